package io.sanse.model.trace.domain;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.registry.Details;
import io.sanse.contract.trace.TraceBackEvidence;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the hours around an occasion add: cameras on the way in and out, the load before and after, the firms that the vehicle came from. */
public final class SurroundingPoints {
    private final Parameters parameters;
    private final Place place;
    private final World world;

    public SurroundingPoints(Parameters parameters, Place place, World world) {
        this.parameters = parameters;
        this.place = place;
        this.world = world;
    }

    /**
     * What was found.
     *
     * @param evidence with its points
     * @param sources firms that it came from, the last one first
     */
    record Found(List<TraceBackEvidence> evidence, List<Subject> sources) {}

    /** How long before an occasion its surroundings begin, ms. */
    public long before() {
        return Math.max(
                parameters.ms("sourceTime"), Math.max(parameters.ms("loadTime"), parameters.ms("approachTime")));
    }

    /** How long after an occasion its surroundings end, ms. */
    public long after() {
        return Math.max(parameters.ms("loadTime"), parameters.ms("approachTime"));
    }

    /** @param sights of the vehicle, by time, {@link #before} to {@link #after} the occasion */
    Found of(Occasion occasion, List<Sight> sights) {
        List<TraceBackEvidence> evidence = new ArrayList<>();
        addWays(occasion, sights, evidence);
        addLoad(occasion, sights, evidence);
        Set<Subject> sources = new LinkedHashSet<>();
        addSources(occasion, sights, evidence, sources);
        return new Found(evidence, List.copyOf(sources));
    }

    private void addWays(Occasion occasion, List<Sight> sights, List<TraceBackEvidence> evidence) {
        long time = parameters.ms("approachTime");
        double farthest = parameters.number("approachDistance") * 1_000;
        Predicate<Sight> near = sight -> sight.camera() && place.distanceM(place.spot(sight.location())) <= farthest;
        Sight in = last(sights, near.and(sight -> within(sight, occasion.from() - time, occasion.from())));
        Sight out = first(sights, near.and(sight -> within(sight, occasion.until(), occasion.until() + time)));
        if (in != null) {
            evidence.add(evidence(
                    "way-in",
                    parameters.count("wayIn"),
                    new LocalizedText("进入前附近卡口有抓拍", "a camera nearby saw it on the way in"),
                    in));
        }
        if (out != null) {
            evidence.add(evidence(
                    "way-out",
                    parameters.count("wayOut"),
                    new LocalizedText("离开后附近卡口有抓拍", "a camera nearby saw it on the way out"),
                    out));
        }
    }

    private void addLoad(Occasion occasion, List<Sight> sights, List<TraceBackEvidence> evidence) {
        long time = parameters.ms("loadTime");
        Sight before =
                last(sights, sight -> sight.load() != null && within(sight, occasion.from() - time, occasion.from()));
        Sight after = first(
                sights, sight -> sight.load() != null && within(sight, occasion.until(), occasion.until() + time));
        if (before == null) {
            return;
        }
        if (before.load() == LoadState.EMPTY) {
            evidence.add(evidence(
                    "came-empty",
                    -parameters.count("cameEmpty"),
                    new LocalizedText("到达前已为空车", "it was empty before it came"),
                    before));
        } else if (after != null && after.load() == LoadState.EMPTY) {
            evidence.add(evidence(
                    "load-vanished",
                    parameters.count("loadVanished"),
                    new LocalizedText("到达前有载，离开后空车", "loaded before, empty after"),
                    after));
        } else if (after != null && after.load() == before.load()) {
            evidence.add(evidence(
                    "load-kept",
                    -parameters.count("loadKept"),
                    new LocalizedText("离开后仍有同样的载", "as full after as before"),
                    after));
        }
    }

    private void addSources(
            Occasion occasion, List<Sight> sights, List<TraceBackEvidence> evidence, Set<Subject> sources) {
        long time = parameters.ms("sourceTime");
        List<Sight> earlier = sights.stream()
                .filter(sight -> within(sight, occasion.from() - time, occasion.from()))
                .sorted(Comparator.reverseOrder())
                .toList();
        for (Sight sight : earlier) {
            for (Zone zone :
                    world.zonesAt(sight.location().longitude(), sight.location().latitude())) {
                if (isSource(zone) && sources.add(Subject.enterprise(zone.enterprise())) && sources.size() == 1) {
                    evidence.add(evidence(
                            "source",
                            parameters.count("source"),
                            new LocalizedText(
                                    "此前到过产废企业或工地", "it had been at a producing firm or a construction site before"),
                            sight));
                }
            }
        }
    }

    private boolean isSource(Zone zone) {
        Entry<Details.Enterprise> firm = world.enterprise(zone.enterprise());
        return firm != null
                && parameters.texts("sourceRoles").stream()
                        .anyMatch(firm.details().roles()::contains);
    }

    private static boolean within(Sight sight, long from, long until) {
        return from <= sight.at() && sight.at() <= until;
    }

    private static Sight first(List<Sight> sights, Predicate<Sight> wanted) {
        return sights.stream().filter(wanted).findFirst().orElse(null);
    }

    private static Sight last(List<Sight> sights, Predicate<Sight> wanted) {
        return sights.stream().filter(wanted).reduce((one, later) -> later).orElse(null);
    }

    private static TraceBackEvidence evidence(String rule, double points, LocalizedText text, Sight sight) {
        return new TraceBackEvidence(rule, points, text, Instant.ofEpochMilli(sight.at()), sight.location());
    }
}

package io.sanse.model.route.domain;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import io.sanse.model.route.domain.Lesson.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads the closed trips of one vehicle out of what is kept of it, in whatever order and however often it came. */
public final class TripReading {
    /** A deviation up to this is noise, not a move, m. */
    private static final double JITTER_M = 100;

    private final World world;
    private final LearningRules rules;
    private final Map<UUID, Observation> steps = new TreeMap<>();
    private final List<Fix> fixes;

    /** @param observations of the vehicle */
    public TripReading(World world, LearningRules rules, Collection<Observation> observations) {
        this.world = world;
        this.rules = rules;
        Map<UUID, Fix> reports = new TreeMap<>();
        for (Observation observation : observations) {
            if (observation.payload() instanceof ManifestStep) {
                steps.put(observation.id(), observation);
            } else if (observation.payload() instanceof Position && observation.location() != null) {
                reports.put(observation.id(), Fix.of(observation));
            }
        }
        fixes = reports.values().stream().sorted(Fix.ORDER).toList();
    }

    /** Of each manifest that was received in a span, by number; {@code until} is behind it. */
    public List<Lesson> received(Instant from, Instant until) {
        Map<String, List<Observation>> byNumber = new TreeMap<>();
        steps.values()
                .forEach(step -> byNumber.computeIfAbsent(Manifest.content(step).number(), none -> new ArrayList<>())
                        .add(step));
        return byNumber.values().stream()
                .map(Manifest::of)
                .filter(manifest -> manifest.first(Step.PICKED_UP) != null)
                .filter(manifest -> manifest.first(Step.REJECTED, Step.VOIDED) == null)
                .filter(manifest -> isWithin(manifest.first(Step.RECEIVED, Step.CONFIRMED), from, until))
                .map(this::lesson)
                .toList();
    }

    private static boolean isWithin(Observation step, Instant from, Instant until) {
        return step != null
                && !step.observedAt().isBefore(from)
                && step.observedAt().isBefore(until);
    }

    private Lesson lesson(Manifest manifest) {
        Pair pair = new Pair(manifest.known(ManifestStep::generator), manifest.known(ManifestStep::receiver));
        List<Zone> start = world.zonesOf(pair.generator());
        List<Zone> end = world.zonesOf(pair.receiver());
        if (start.isEmpty() || end.isEmpty()) {
            return Lesson.none(Reason.FIRM_UNKNOWN);
        }
        long left = manifest.first(Step.PICKED_UP).observedAt().toEpochMilli();
        if (manifest.closedAt() - left > rules.longestMs()) {
            return Lesson.none(Reason.TOO_LONG);
        }
        List<Fix> way = way(believed(left, manifest.closedAt()), start, end);
        Reason reason = reason(way);
        return reason == Reason.TAUGHT ? new Lesson(reason, trip(manifest, pair, way)) : Lesson.none(reason);
    }

    private ClosedTrip trip(Manifest manifest, Pair pair, List<Fix> way) {
        return new ClosedTrip(
                manifest.number(),
                pair,
                manifest.steps().get(0).subject().id(),
                manifest.closedAt(),
                Thinning.thin(way.stream().map(Fix::location).toList(), rules.thinM()));
    }

    /** The reports of a span but those that only a jump leads to. */
    private List<Fix> believed(long from, long until) {
        List<Fix> believed = new ArrayList<>();
        Fix last = null;
        for (Fix fix : fixes) {
            boolean within = fix.at() >= from && fix.at() <= until;
            if (within && (last == null || reaches(last, fix))) {
                believed.add(fix);
                last = fix;
            }
        }
        return believed;
    }

    private boolean reaches(Fix from, Fix to) {
        return from.location().distanceM(to.location()) <= JITTER_M + (to.at() - from.at()) * rules.speed();
    }

    /** From the last report at the generator's to the first at the receiver's; empty when it was not at both. */
    private static List<Fix> way(List<Fix> fixes, List<Zone> start, List<Zone> end) {
        int first = -1;
        for (int i = 0; i < fixes.size(); i++) {
            if (isAt(start, fixes.get(i))) {
                first = i;
            } else if (first >= 0 && isAt(end, fixes.get(i))) {
                return fixes.subList(first, i + 1);
            }
        }
        return List.of();
    }

    private static boolean isAt(List<Zone> zones, Fix fix) {
        return zones.stream().anyMatch(zone -> zone.ring().contains(fix.longitude(), fix.latitude()));
    }

    private Reason reason(List<Fix> way) {
        if (way.isEmpty()) {
            return Reason.NOT_FROM_GATE_TO_GATE;
        }
        for (int i = 1; i < way.size(); i++) {
            if (way.get(i).at() - way.get(i - 1).at() > rules.gapMs()) {
                return Reason.HOLE;
            }
            if (isSensitive(way.get(i - 1)) && isSensitive(way.get(i))) {
                return Reason.SENSITIVE_ZONE;
            }
        }
        return Reason.TAUGHT;
    }

    private boolean isSensitive(Fix fix) {
        return world.zonesAt(fix.longitude(), fix.latitude()).stream()
                .anyMatch(zone -> rules.sensitiveTypes().contains(zone.type()));
    }
}

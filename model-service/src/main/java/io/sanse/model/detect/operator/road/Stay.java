package io.sanse.model.detect.operator.road;

import io.sanse.contract.observation.LoadState;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.PassBook;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Proof;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A stay of a vehicle in a zone, as its cameras or the vehicle's track tell it.
 *
 * @param zone where
 * @param enter when it came, ms
 * @param leave when it left, or null while it stays, ms
 * @param seenUntil until when it is known to have been there while it stays, ms
 * @param dwellMs how long it has been seen there by its track, ms; 0 by cameras
 * @param feed who would tell that it left
 * @param loads how full it was
 * @param shown what shows it, put together when it is asked for
 */
record Stay(
        Zone zone,
        long enter,
        Long leave,
        long seenUntil,
        long dwellMs,
        String feed,
        Loads loads,
        Supplier<List<Proof>> shown) {
    /**
     * How full a vehicle was.
     *
     * @param in when it came, or null when not known
     * @param out when it had left, or was last seen there, or null when not known
     */
    record Loads(LoadState in, LoadState out) {}

    boolean closed() {
        return leave != null;
    }

    List<Proof> evidence() {
        return shown.get();
    }

    /**
     * Zones that the registry does not know have no kind: stays in them are left out.
     *
     * @param which zones are asked about
     */
    static List<Stay> in(Predicate<Zone> which, Question question) {
        return longerThan(-1, which, question);
    }

    /**
     * The same without short ones that are over, as far as the track tells of them.
     *
     * @param ms those that lasted no longer are left out
     * @param which zones are asked about
     */
    static List<Stay> longerThan(long ms, Predicate<Zone> which, Question question) {
        return longerThan(ms, which, question, unseen -> {});
    }

    /** Those with stays of which nobody saw the end before the vehicle came in again: they may have lasted until then. For who asks whether it was there, not for how long or how often. */
    static List<Stay> perhapsIn(Predicate<Zone> which, Question question) {
        List<Stay> unseen = new ArrayList<>();
        unseen.addAll(longerThan(-1, which, question, unseen::add));
        return unseen;
    }

    private static List<Stay> longerThan(long ms, Predicate<Zone> which, Question question, Consumer<Stay> unseen) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        List<Stay> all = new ArrayList<>();
        byCameras(question.world(), which, facts.passes(), all, unseen);
        addVisits(question.world(), which, facts.visits().longerThan(ms), all);
        addVisits(question.world(), which, question.sight().open(), all);
        return all;
    }

    /**
     * Whether the last pass of a vehicle may begin or end a stay by cameras. It ends one when it is the way out, and when it is elsewhere.
     *
     * @param which zones are asked about
     */
    static boolean minds(Predicate<Zone> which, Question question) {
        PassBook passes = ((VehicleFacts) question.facts()).passes();
        if (isIn(which, passes.get(passes.size() - 1), question.world())) {
            return true;
        }
        for (Pass pass : passes.entered()) {
            if (isIn(which, pass, question.world())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(Predicate<Zone> which, Pass pass, World world) {
        Zone zone = pass.site() == null ? null : world.zone(pass.site());
        return zone != null && which.test(zone);
    }

    private static void addVisits(World world, Predicate<Zone> which, List<Visit> visits, List<Stay> stays) {
        for (Visit visit : visits) {
            Zone zone = world.zone(visit.zone());
            if (zone != null && which.test(zone)) {
                stays.add(ofVisit(zone, visit));
            }
        }
    }

    static Stay ofVisit(Zone zone, Visit visit) {
        return new Stay(
                zone,
                visit.enter(),
                visit.closed() ? visit.leave() : null,
                visit.leave(),
                visit.dwellMs(),
                visit.last().feed(),
                new Loads(visit.first().load(), last(visit).load()),
                () -> evidence(visit));
    }

    /** While a stay lasts its last report is another one whenever it is looked at: it shows nothing new. */
    private static List<Proof> evidence(Visit visit) {
        return visit.closed()
                ? List.of(EvidenceOf.fix(visit.first()), EvidenceOf.fix(visit.after()))
                : List.of(EvidenceOf.fix(visit.first()));
    }

    /** A small zone may be left within one report: the one behind it tells how the vehicle came out. */
    private static Fix last(Visit visit) {
        return visit.closed() ? visit.after() : visit.last();
    }

    /** From the way in to the way out, or until it is seen elsewhere. Who comes in again has been out without being seen. */
    private static void byCameras(
            World world, Predicate<Zone> which, PassBook passes, List<Stay> stays, Consumer<Stay> unseen) {
        if (!passes.showEntries()) {
            return;
        }
        Map<String, Pass> inside = new HashMap<>();
        for (Pass pass : passes) {
            for (Iterator<Pass> all = inside.values().iterator(); all.hasNext(); ) {
                Pass in = all.next();
                if (endsWith(world.zone(in.site()), in, pass)) {
                    all.remove();
                    stays.add(ofPasses(world, in, pass));
                }
            }
            Zone zone = pass.entering() && pass.site() != null ? world.zone(pass.site()) : null;
            if (zone != null && which.test(zone)) {
                Pass before = inside.put(pass.site(), pass);
                if (before != null) {
                    unseen.accept(ofPasses(world, before, pass));
                }
            }
        }
        inside.values().forEach(in -> stays.add(ofPasses(world, in, null)));
    }

    private static boolean endsWith(Zone zone, Pass in, Pass pass) {
        if (in.site().equals(pass.site())) {
            return pass.leaving();
        }
        return pass.location() != null
                && !zone.ring()
                        .contains(pass.location().longitude(), pass.location().latitude());
    }

    /** @param out null: not seen to leave */
    private static Stay ofPasses(World world, Pass in, Pass out) {
        return new Stay(
                world.zone(in.site()),
                in.at(),
                out == null ? null : out.at(),
                Long.MAX_VALUE,
                0,
                in.feed(),
                new Loads(
                        in.capture().load(),
                        out == null || !in.site().equals(out.site())
                                ? null
                                : out.capture().load()),
                () -> out == null ? List.of(EvidenceOf.pass(in)) : List.of(EvidenceOf.pass(in), EvidenceOf.pass(out)));
    }
}

package io.sanse.model.detect.operator.road;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.LoadState;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.EvidenceOf;
import io.sanse.model.detect.situation.Proof;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A vehicle that crosses the boundary of a zone.
 *
 * @param ring the zone
 * @param outwards whether it leaves
 * @param at when, ms
 * @param feed which told so
 * @param load how full it was, or null
 * @param place where it was seen
 * @param evidence what shows it
 */
record RingCrossing(Zone ring, boolean outwards, long at, String feed, LoadState load, GeoPoint place, Proof evidence) {

    /**
     * As the cameras of the zones and the vehicle's track tell them, by time. A track that begins inside has not come in: only one that was out before has.
     *
     * @param types of the zones
     */
    static List<RingCrossing> all(Question question, List<String> types) {
        VehicleFacts facts = (VehicleFacts) question.facts();
        List<RingCrossing> all = new ArrayList<>();
        for (Pass pass : facts.passes()) {
            Zone ring = pass.site() == null ? null : question.world().zone(pass.site());
            if (ring != null && types.contains(ring.type()) && (pass.entering() || pass.leaving())) {
                all.add(ofPass(ring, pass));
            }
        }
        List<Visit> visits = Stream.concat(facts.visits().stream(), question.sight().open().stream())
                .toList();
        for (Visit visit : visits) {
            Zone ring = question.world().zone(visit.zone());
            if (ring != null && types.contains(ring.type())) {
                addVisit(ring, visit, visits, all);
            }
        }
        all.sort(Comparator.comparingLong(RingCrossing::at).thenComparing(RingCrossing::outwards));
        return all;
    }

    private static RingCrossing ofPass(Zone ring, Pass pass) {
        return new RingCrossing(
                ring,
                pass.leaving(),
                pass.at(),
                pass.feed(),
                pass.capture().load(),
                pass.location(),
                EvidenceOf.pass(pass));
    }

    private static void addVisit(Zone ring, Visit visit, List<Visit> visits, List<RingCrossing> all) {
        boolean wasOut = visits.stream()
                .anyMatch(other -> other.zone().equals(ring.id()) && other.closed() && other.leave() < visit.enter());
        if (wasOut) {
            all.add(ofFix(ring, false, visit.first()));
        }
        if (visit.closed()) {
            all.add(ofFix(ring, true, visit.last()));
        }
    }

    private static RingCrossing ofFix(Zone ring, boolean outwards, Fix fix) {
        return new RingCrossing(ring, outwards, fix.at(), fix.feed(), fix.load(), fix.location(), EvidenceOf.fix(fix));
    }

    boolean loaded() {
        return load == LoadState.FULL || load == LoadState.HALF;
    }
}

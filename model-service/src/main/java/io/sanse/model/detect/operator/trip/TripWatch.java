package io.sanse.model.detect.operator.trip;

import io.sanse.contract.GeoPoint;
import io.sanse.model.detect.fact.Pass;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.situation.Question;
import io.sanse.model.detect.track.Fix;
import io.sanse.model.detect.track.Visit;
import io.sanse.model.detect.world.Zone;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was seen of a vehicle over a stretch of time, and how well it could be seen.
 *
 * @param question about the vehicle
 * @param from beginning, ms
 * @param until end, ms
 */
record TripWatch(Question question, long from, long until) {
    /** How long before the stretch a stay may have ended that shows that the terminal told of itself, ms. */
    private static final long BEFORE_MS = 24L * 3_600_000;

    /** Where its stays began and ended; what comes behind the stretch does not matter, and of a stay that lasts the last report is another one whenever it is looked at. */
    List<Fix> fixes() {
        return visits().stream()
                .flatMap(visit -> visit.closed() ? Stream.of(visit.first(), visit.last()) : Stream.of(visit.first()))
                .filter(fix -> fix.at() < until)
                .toList();
    }

    private List<Visit> visits() {
        return allVisits()
                .filter(visit -> visit.enter() <= until && visit.leave() >= from)
                .toList();
    }

    /** The cameras that saw it meanwhile. */
    List<Pass> passes() {
        return facts().passes().stream()
                .filter(pass -> pass.at() >= from && pass.at() <= until)
                .toList();
    }

    /** Whether its track or a camera shows it at a firm. */
    boolean wasAt(String firm) {
        List<Zone> zones = question.world().zonesOf(firm);
        return visits().stream().anyMatch(visit -> zones.stream()
                        .anyMatch(zone -> zone.id().equals(visit.zone())))
                || passes().stream().anyMatch(pass -> zones.stream().anyMatch(zone -> isAt(pass, zone)));
    }

    private static boolean isAt(Pass pass, Zone zone) {
        GeoPoint place = pass.location();
        return zone.id().equals(pass.site())
                || place != null && zone.ring().contains(place.longitude(), place.latitude());
    }

    /** How many would have told that it was at a firm: its track, and a camera that watches the firm's traffic. */
    int witnesses(String firm) {
        List<Zone> zones = question.world().zonesOf(firm);
        int track = !zones.isEmpty() && isTracked() ? 1 : 0;
        return track + (zones.stream().anyMatch(question.world()::isWatched) ? 1 : 0);
    }

    /** Whether its terminal told of itself from before the stretch until after it, without a hole that is too long. */
    private boolean isTracked() {
        long gap = question.parameters().ms("maxGap");
        boolean before = facts().forgottenUntil() <= from
                && allVisits().anyMatch(visit -> visit.enter() <= from && visit.leave() >= from - BEFORE_MS);
        boolean hole = facts().silences().stream()
                .anyMatch(silence -> silence.until().at() - silence.from().at() > gap
                        && silence.from().at() < until
                        && silence.until().at() > from);
        return before && isOver() && !hole;
    }

    /** Whether its terminal has told of a time behind the stretch. */
    boolean isOver() {
        return question.sight().last() != null && question.sight().last().at() >= until;
    }

    private Stream<Visit> allVisits() {
        return Stream.concat(facts().visits().stream(), question.sight().open().stream());
    }

    private VehicleFacts facts() {
        return (VehicleFacts) question.facts();
    }
}

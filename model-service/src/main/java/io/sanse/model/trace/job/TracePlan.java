package io.sanse.model.trace.job;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.world.World;
import io.sanse.model.trace.domain.Coverage;
import io.sanse.model.trace.domain.Place;
import io.sanse.model.trace.domain.PresencePoints;
import io.sanse.model.trace.domain.SpeedRange;
import io.sanse.model.trace.domain.SurroundingPoints;
import io.sanse.model.trace.domain.TraceWindow;
import io.sanse.model.trace.domain.Tracing;
import io.sanse.model.trace.domain.TrackGap;
import io.sanse.model.trace.store.StoredGap;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A question with everything that the answer takes from it: pure.
 *
 * @param place where
 * @param window when
 * @param speedKmh no vehicle is believed to go faster, km/h
 * @param limit how many vehicles are named
 * @param parameters of the ranking
 */
record TracePlan(Place place, TraceWindow window, double speedKmh, int limit, Parameters parameters) {
    static TracePlan of(TraceBackQuestion question, Parameters parameters, int mostVehicles) {
        Place place = question.point() == null
                ? Place.polygon(question.polygon())
                : Place.circle(question.point(), question.radiusM());
        double speed = question.plausibleSpeedKmh() == null
                ? parameters.number("plausibleSpeed")
                : question.plausibleSpeedKmh();
        return new TracePlan(
                place,
                new TraceWindow(question.from().toEpochMilli(), question.until().toEpochMilli()),
                Math.max(SpeedRange.SLOWEST_KMH, Math.min(SpeedRange.FASTEST_KMH, speed)),
                question.limit() == null ? mostVehicles : Math.min(mostVehicles, question.limit()),
                parameters);
    }

    Tracing tracing() {
        return new Tracing(place, window, speedKmh, parameters.number("positionError"));
    }

    PresencePoints presencePoints() {
        return new PresencePoints(parameters);
    }

    SurroundingPoints surroundingPoints(World world) {
        return new SurroundingPoints(parameters, place, world);
    }

    Coverage coverage() {
        return new Coverage(window, parameters.ms("feedAway"));
    }

    long beforeMs() {
        return surroundingPoints(World.EMPTY).before();
    }

    long afterMs() {
        return surroundingPoints(World.EMPTY).after();
    }

    /** Whether cameras at a point count as near the place. */
    boolean isNear(GeoPoint point) {
        return place.middle().distanceM(point) <= place.radiusM() + parameters.number("approachDistance") * 1_000;
    }

    /** The vehicles of which nothing was seen in the whole span. */
    Set<String> darkOf(Collection<StoredGap> gaps) {
        return vehicles(
                gaps,
                gap -> (gap.before() == null || gap.before().at() < window.from())
                        && (gap.after() == null || gap.after().at() >= window.until()));
    }

    /** The vehicles that were silent for more than an hour within the span. */
    Set<String> silentOf(Collection<StoredGap> gaps) {
        return vehicles(gaps, gap -> true);
    }

    private static Set<String> vehicles(Collection<StoredGap> gaps, Predicate<TrackGap> wanted) {
        Set<String> vehicles = new HashSet<>();
        gaps.stream().filter(stored -> wanted.test(stored.gap())).forEach(stored -> vehicles.add(stored.vehicle()));
        return vehicles;
    }

    /** The values used, with units. */
    Map<String, String> parameterTexts() {
        Map<String, String> texts = new LinkedHashMap<>(parameters.withUnits());
        texts.put("plausibleSpeed", speedKmh + " km/h");
        texts.put("limit", limit + " count");
        return texts;
    }
}

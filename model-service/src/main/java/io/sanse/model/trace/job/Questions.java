package io.sanse.model.trace.job;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.ServiceError;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.model.trace.domain.Place;
import io.sanse.model.trace.domain.SpeedRange;
import java.util.List;

/** Which questions are answered. */
final class Questions {
    private static final int MOST_CORNERS = 200;

    private final TraceBackSettings limits;
    private final RegistryTable registry;

    Questions(TraceBackSettings limits, RegistryTable registry) {
        this.limits = limits;
        this.registry = registry;
    }

    /** Throws REJECTED with one sentence when a question cannot be answered. */
    void check(TraceBackQuestion question) {
        require(question.from().isBefore(question.until()), "from must be before until");
        require(
                !question.from().plus(limits.longestSpan()).isBefore(question.until()),
                "a span has at most " + limits.longestSpan().toDays() + " days");
        require(
                question.plausibleSpeedKmh() == null
                        || question.plausibleSpeedKmh() >= SpeedRange.SLOWEST_KMH
                                && question.plausibleSpeedKmh() <= SpeedRange.FASTEST_KMH,
                "plausibleSpeedKmh must be " + (int) SpeedRange.SLOWEST_KMH + " to " + (int) SpeedRange.FASTEST_KMH);
        require(
                question.limit() == null || question.limit() >= 1 && question.limit() <= limits.mostVehicles(),
                "limit must be 1 to " + limits.mostVehicles());
        checkPlace(question);
    }

    private void checkPlace(TraceBackQuestion question) {
        String size = "a place's edge is at most " + limits.largestPlaceM() + " m from its middle";
        if (question.radiusM() != null) {
            require(question.radiusM() > 0, "radiusM must be above 0");
            require(question.radiusM() <= limits.largestPlaceM(), size);
            return;
        }
        List<GeoPoint> ring = question.polygon();
        require(ring.size() >= 3 && ring.size() <= MOST_CORNERS, "a polygon has 3 to " + MOST_CORNERS + " corners");
        require(Place.polygon(ring).radiusM() <= limits.largestPlaceM(), size);
    }

    /** Division of the place, or null when it lies in none that is registered. */
    String division(TraceBackQuestion question) {
        GeoPoint middle =
                question.point() == null ? Place.polygon(question.polygon()).middle() : question.point();
        return registry.world().divisionAt(middle);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw ServiceError.REJECTED.exception(otherwise);
        }
    }
}

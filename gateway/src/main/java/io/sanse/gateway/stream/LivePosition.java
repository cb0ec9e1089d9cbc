package io.sanse.gateway.stream;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;

/**
 * A sampled position as the event bus brought it.
 *
 * @param subject whose
 * @param longitude degrees, WGS-84
 * @param latitude degrees, WGS-84
 * @param json the hint as JSON text, without members that have no value
 */
record LivePosition(String subject, double longitude, double latitude, String json) {
    /** Empty when the hint is not what a hint should be. */
    static Optional<LivePosition> of(JsonObject hint) {
        if (hint.getValue("subject") instanceof String subject
                && hint.getValue("longitude") instanceof Number longitude
                && hint.getValue("latitude") instanceof Number latitude) {
            JsonObject known = hint.copy();
            known.getMap().values().removeIf(Objects::isNull);
            return Optional.of(
                    new LivePosition(subject, longitude.doubleValue(), latitude.doubleValue(), known.encode()));
        }
        return Optional.empty();
    }
}

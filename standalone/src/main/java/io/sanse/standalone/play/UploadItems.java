package io.sanse.standalone.play;

import io.sanse.runtime.json.Json;
import io.sanse.standalone.city.Registration;
import io.sanse.standalone.night.Event;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Items of {@code POST /api/v1/observations}. */
public final class UploadItems {
    private UploadItems() {}

    /** A record of a department's system. */
    public static JsonObject of(Event.Upload upload) {
        JsonObject item = new JsonObject()
                .put("observedAt", upload.observedAt().toString())
                .put("feed", upload.feed())
                .put("payload", Json.object(upload.payload()));
        if (upload.device() != null) {
            item.put("device", upload.device());
        }
        if (upload.location() != null) {
            item.put("location", Json.object(upload.location()));
        }
        return item;
    }

    /** @param since when it is said to have been so */
    public static JsonObject of(Registration registration, Instant since) {
        JsonObject payload = new JsonObject()
                .put("kind", "registration")
                .put("id", registration.id())
                .put("details", Json.object(registration.details()));
        return new JsonObject().put("observedAt", since.toString()).put("payload", payload);
    }
}

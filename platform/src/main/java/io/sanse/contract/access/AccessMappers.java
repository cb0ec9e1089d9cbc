package io.sanse.contract.access;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link AccessService} through its proxy, see {@code META-INF/vertx/json-mappers.properties}. */
public final class AccessMappers {
    private AccessMappers() {}

    public static JsonObject encodeAccessNote(AccessNote value) {
        return Json.object(value);
    }

    public static AccessNote decodeAccessNote(JsonObject json) {
        return Json.record(json, AccessNote.class);
    }

    public static JsonObject encodeAccessQuery(AccessQuery value) {
        return Json.object(value);
    }

    public static AccessQuery decodeAccessQuery(JsonObject json) {
        return Json.record(json, AccessQuery.class);
    }

    public static JsonObject encodeAccessPage(AccessPage value) {
        return Json.object(value);
    }

    public static AccessPage decodeAccessPage(JsonObject json) {
        return Json.record(json, AccessPage.class);
    }

    public static JsonObject encodeAccessTurn(AccessTurn value) {
        return Json.object(value);
    }

    public static AccessTurn decodeAccessTurn(JsonObject json) {
        return Json.record(json, AccessTurn.class);
    }

    public static JsonObject encodeAccessTurnQuery(AccessTurnQuery value) {
        return Json.object(value);
    }

    public static AccessTurnQuery decodeAccessTurnQuery(JsonObject json) {
        return Json.record(json, AccessTurnQuery.class);
    }
}

package io.sanse.contract.service;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries what {@link ModelService} tells of itself through service proxies, as {@link RecordMappers} the other records. */
public final class StateMappers {
    private StateMappers() {}

    public static JsonObject encodeStateList(StateList value) {
        return Json.object(value);
    }

    public static StateList decodeStateList(JsonObject json) {
        return Json.record(json, StateList.class);
    }

    public static JsonObject encodeStateQuery(StateQuery value) {
        return Json.object(value);
    }

    public static StateQuery decodeStateQuery(JsonObject json) {
        return Json.record(json, StateQuery.class);
    }

    public static JsonObject encodeLatenessList(LatenessList value) {
        return Json.object(value);
    }

    public static LatenessList decodeLatenessList(JsonObject json) {
        return Json.record(json, LatenessList.class);
    }

    public static JsonObject encodeLatenessQuery(LatenessQuery value) {
        return Json.object(value);
    }

    public static LatenessQuery decodeLatenessQuery(JsonObject json) {
        return Json.record(json, LatenessQuery.class);
    }
}

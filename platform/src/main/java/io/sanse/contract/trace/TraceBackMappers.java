package io.sanse.contract.trace;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link TraceBackService} through its proxy, see {@code META-INF/vertx/json-mappers.properties}. */
public final class TraceBackMappers {
    private TraceBackMappers() {}

    public static JsonObject encodeTraceBack(TraceBack value) {
        return Json.object(value);
    }

    public static TraceBack decodeTraceBack(JsonObject json) {
        return Json.record(json, TraceBack.class);
    }

    public static JsonObject encodeTraceBackList(TraceBackList value) {
        return Json.object(value);
    }

    public static TraceBackList decodeTraceBackList(JsonObject json) {
        return Json.record(json, TraceBackList.class);
    }

    public static JsonObject encodeTraceBackOrder(TraceBackOrder value) {
        return Json.object(value);
    }

    public static TraceBackOrder decodeTraceBackOrder(JsonObject json) {
        return Json.record(json, TraceBackOrder.class);
    }

    public static JsonObject encodeTraceBackQuery(TraceBackQuery value) {
        return Json.object(value);
    }

    public static TraceBackQuery decodeTraceBackQuery(JsonObject json) {
        return Json.record(json, TraceBackQuery.class);
    }

    public static JsonObject encodeTraceBackRef(TraceBackRef value) {
        return Json.object(value);
    }

    public static TraceBackRef decodeTraceBackRef(JsonObject json) {
        return Json.record(json, TraceBackRef.class);
    }
}

package io.sanse.contract.service;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link BacktestService} through service proxies, as {@link RecordMappers} those of the others. */
public final class BacktestMappers {
    private BacktestMappers() {}

    public static JsonObject encodeBacktestJob(BacktestJob value) {
        return Json.object(value);
    }

    public static BacktestJob decodeBacktestJob(JsonObject json) {
        return Json.record(json, BacktestJob.class);
    }

    public static JsonObject encodeBacktestOrder(BacktestOrder value) {
        return Json.object(value);
    }

    public static BacktestOrder decodeBacktestOrder(JsonObject json) {
        return Json.record(json, BacktestOrder.class);
    }

    public static JsonObject encodeBacktestRef(BacktestRef value) {
        return Json.object(value);
    }

    public static BacktestRef decodeBacktestRef(JsonObject json) {
        return Json.record(json, BacktestRef.class);
    }

    public static JsonObject encodeBacktestPage(BacktestPage value) {
        return Json.object(value);
    }

    public static BacktestPage decodeBacktestPage(JsonObject json) {
        return Json.record(json, BacktestPage.class);
    }

    public static JsonObject encodeBacktestQuery(BacktestQuery value) {
        return Json.object(value);
    }

    public static BacktestQuery decodeBacktestQuery(JsonObject json) {
        return Json.record(json, BacktestQuery.class);
    }
}

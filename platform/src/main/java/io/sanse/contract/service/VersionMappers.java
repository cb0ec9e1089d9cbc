package io.sanse.contract.service;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link VersionService} through service proxies, as {@link RecordMappers} those of the others. */
public final class VersionMappers {
    private VersionMappers() {}

    public static JsonObject encodeModelVersion(ModelVersion value) {
        return Json.object(value);
    }

    public static ModelVersion decodeModelVersion(JsonObject json) {
        return Json.record(json, ModelVersion.class);
    }

    public static JsonObject encodeModelVersionList(ModelVersionList value) {
        return Json.object(value);
    }

    public static ModelVersionList decodeModelVersionList(JsonObject json) {
        return Json.record(json, ModelVersionList.class);
    }

    public static JsonObject encodeVersionCommand(VersionCommand value) {
        return Json.object(value);
    }

    public static VersionCommand decodeVersionCommand(JsonObject json) {
        return Json.record(json, VersionCommand.class);
    }

    public static JsonObject encodeVersionProposal(VersionProposal value) {
        return Json.object(value);
    }

    public static VersionProposal decodeVersionProposal(JsonObject json) {
        return Json.record(json, VersionProposal.class);
    }

    public static JsonObject encodeVersionQuery(VersionQuery value) {
        return Json.object(value);
    }

    public static VersionQuery decodeVersionQuery(JsonObject json) {
        return Json.record(json, VersionQuery.class);
    }
}

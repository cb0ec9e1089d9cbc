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

    public static JsonObject encodeCertification(Certification value) {
        return Json.object(value);
    }

    public static Certification decodeCertification(JsonObject json) {
        return Json.record(json, Certification.class);
    }

    public static JsonObject encodeCertificationCommand(CertificationCommand value) {
        return Json.object(value);
    }

    public static CertificationCommand decodeCertificationCommand(JsonObject json) {
        return Json.record(json, CertificationCommand.class);
    }

    public static JsonObject encodeCertificationList(CertificationList value) {
        return Json.object(value);
    }

    public static CertificationList decodeCertificationList(JsonObject json) {
        return Json.record(json, CertificationList.class);
    }

    public static JsonObject encodeCertificationQuery(CertificationQuery value) {
        return Json.object(value);
    }

    public static CertificationQuery decodeCertificationQuery(JsonObject json) {
        return Json.record(json, CertificationQuery.class);
    }
}

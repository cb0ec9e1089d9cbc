package io.sanse.contract.explain;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link ExplanationService} through its proxy, see {@code META-INF/vertx/json-mappers.properties}. */
public final class ExplanationMappers {
    private ExplanationMappers() {}

    public static JsonObject encodeBundleQuery(BundleQuery value) {
        return Json.object(value);
    }

    public static BundleQuery decodeBundleQuery(JsonObject json) {
        return Json.record(json, BundleQuery.class);
    }

    public static JsonObject encodeEvidenceBundle(EvidenceBundle value) {
        return Json.object(value);
    }

    public static EvidenceBundle decodeEvidenceBundle(JsonObject json) {
        return Json.record(json, EvidenceBundle.class);
    }

    public static JsonObject encodeExplanationQuery(ExplanationQuery value) {
        return Json.object(value);
    }

    public static ExplanationQuery decodeExplanationQuery(JsonObject json) {
        return Json.record(json, ExplanationQuery.class);
    }

    public static JsonObject encodeModelExplanation(ModelExplanation value) {
        return Json.object(value);
    }

    public static ModelExplanation decodeModelExplanation(JsonObject json) {
        return Json.record(json, ModelExplanation.class);
    }
}

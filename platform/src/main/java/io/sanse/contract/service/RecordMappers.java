package io.sanse.contract.service;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/**
 * Carries records through service proxies: {@code META-INF/vertx/json-mappers.properties} names a pair of these for each record that a service takes or
 * answers with.
 */
public final class RecordMappers {
    private RecordMappers() {}

    public static JsonObject encodeCatalogue(Catalogue value) {
        return Json.object(value);
    }

    public static Catalogue decodeCatalogue(JsonObject json) {
        return Json.record(json, Catalogue.class);
    }

    public static JsonObject encodeCatalogueQuery(CatalogueQuery value) {
        return Json.object(value);
    }

    public static CatalogueQuery decodeCatalogueQuery(JsonObject json) {
        return Json.record(json, CatalogueQuery.class);
    }

    public static JsonObject encodeDeadLetterPage(DeadLetterPage value) {
        return Json.object(value);
    }

    public static DeadLetterPage decodeDeadLetterPage(JsonObject json) {
        return Json.record(json, DeadLetterPage.class);
    }

    public static JsonObject encodeDeadLetterQuery(DeadLetterQuery value) {
        return Json.object(value);
    }

    public static DeadLetterQuery decodeDeadLetterQuery(JsonObject json) {
        return Json.record(json, DeadLetterQuery.class);
    }

    public static JsonObject encodeDelivery(Delivery value) {
        return Json.object(value);
    }

    public static Delivery decodeDelivery(JsonObject json) {
        return Json.record(json, Delivery.class);
    }

    public static JsonObject encodeDeliveryPage(DeliveryPage value) {
        return Json.object(value);
    }

    public static DeliveryPage decodeDeliveryPage(JsonObject json) {
        return Json.record(json, DeliveryPage.class);
    }

    public static JsonObject encodeDeliveryQuery(DeliveryQuery value) {
        return Json.object(value);
    }

    public static DeliveryQuery decodeDeliveryQuery(JsonObject json) {
        return Json.record(json, DeliveryQuery.class);
    }

    public static JsonObject encodeDeliveryResolution(DeliveryResolution value) {
        return Json.object(value);
    }

    public static DeliveryResolution decodeDeliveryResolution(JsonObject json) {
        return Json.record(json, DeliveryResolution.class);
    }

    public static JsonObject encodeExchangeBatch(ExchangeBatch value) {
        return Json.object(value);
    }

    public static ExchangeBatch decodeExchangeBatch(JsonObject json) {
        return Json.record(json, ExchangeBatch.class);
    }

    public static JsonObject encodeExchangeHead(ExchangeHead value) {
        return Json.object(value);
    }

    public static ExchangeHead decodeExchangeHead(JsonObject json) {
        return Json.record(json, ExchangeHead.class);
    }

    public static JsonObject encodeExchangeHeadQuery(ExchangeHeadQuery value) {
        return Json.object(value);
    }

    public static ExchangeHeadQuery decodeExchangeHeadQuery(JsonObject json) {
        return Json.record(json, ExchangeHeadQuery.class);
    }

    public static JsonObject encodeExchangePage(ExchangePage value) {
        return Json.object(value);
    }

    public static ExchangePage decodeExchangePage(JsonObject json) {
        return Json.record(json, ExchangePage.class);
    }

    public static JsonObject encodeExchangeQuery(ExchangeQuery value) {
        return Json.object(value);
    }

    public static ExchangeQuery decodeExchangeQuery(JsonObject json) {
        return Json.record(json, ExchangeQuery.class);
    }

    public static JsonObject encodeExchangeReceipt(ExchangeReceipt value) {
        return Json.object(value);
    }

    public static ExchangeReceipt decodeExchangeReceipt(JsonObject json) {
        return Json.record(json, ExchangeReceipt.class);
    }

    public static JsonObject encodeModelList(ModelList value) {
        return Json.object(value);
    }

    public static ModelList decodeModelList(JsonObject json) {
        return Json.record(json, ModelList.class);
    }

    public static JsonObject encodeModelQuery(ModelQuery value) {
        return Json.object(value);
    }

    public static ModelQuery decodeModelQuery(JsonObject json) {
        return Json.record(json, ModelQuery.class);
    }

    public static JsonObject encodeObservationPage(ObservationPage value) {
        return Json.object(value);
    }

    public static ObservationPage decodeObservationPage(JsonObject json) {
        return Json.record(json, ObservationPage.class);
    }

    public static JsonObject encodeObservationQuery(ObservationQuery value) {
        return Json.object(value);
    }

    public static ObservationQuery decodeObservationQuery(JsonObject json) {
        return Json.record(json, ObservationQuery.class);
    }

    public static JsonObject encodeRegistryAnswer(RegistryAnswer value) {
        return Json.object(value);
    }

    public static RegistryAnswer decodeRegistryAnswer(JsonObject json) {
        return Json.record(json, RegistryAnswer.class);
    }

    public static JsonObject encodeRegistryPage(RegistryPage value) {
        return Json.object(value);
    }

    public static RegistryPage decodeRegistryPage(JsonObject json) {
        return Json.record(json, RegistryPage.class);
    }

    public static JsonObject encodeRegistryQuery(RegistryQuery value) {
        return Json.object(value);
    }

    public static RegistryQuery decodeRegistryQuery(JsonObject json) {
        return Json.record(json, RegistryQuery.class);
    }

    public static JsonObject encodeSubjectQuery(SubjectQuery value) {
        return Json.object(value);
    }

    public static SubjectQuery decodeSubjectQuery(JsonObject json) {
        return Json.record(json, SubjectQuery.class);
    }

    public static JsonObject encodeTrack(Track value) {
        return Json.object(value);
    }

    public static Track decodeTrack(JsonObject json) {
        return Json.record(json, Track.class);
    }

    public static JsonObject encodeTrackQuery(TrackQuery value) {
        return Json.object(value);
    }

    public static TrackQuery decodeTrackQuery(JsonObject json) {
        return Json.record(json, TrackQuery.class);
    }
}

package io.sanse.contract.service;

import io.sanse.runtime.json.Json;
import io.vertx.core.json.JsonObject;

/** Carries the records of {@link AlertService} through its proxy, as {@link RecordMappers} the other records. */
public final class AlertMappers {
    private AlertMappers() {}

    public static JsonObject encodeAlertCommand(AlertCommand value) {
        return Json.object(value);
    }

    public static AlertCommand decodeAlertCommand(JsonObject json) {
        return Json.record(json, AlertCommand.class);
    }

    public static JsonObject encodeAlertDossier(AlertDossier value) {
        return Json.object(value);
    }

    public static AlertDossier decodeAlertDossier(JsonObject json) {
        return Json.record(json, AlertDossier.class);
    }

    public static JsonObject encodeAlertEventPage(AlertEventPage value) {
        return Json.object(value);
    }

    public static AlertEventPage decodeAlertEventPage(JsonObject json) {
        return Json.record(json, AlertEventPage.class);
    }

    public static JsonObject encodeAlertPage(AlertPage value) {
        return Json.object(value);
    }

    public static AlertPage decodeAlertPage(JsonObject json) {
        return Json.record(json, AlertPage.class);
    }

    public static JsonObject encodeAlertQuery(AlertQuery value) {
        return Json.object(value);
    }

    public static AlertQuery decodeAlertQuery(JsonObject json) {
        return Json.record(json, AlertQuery.class);
    }

    public static JsonObject encodeAlertRef(AlertRef value) {
        return Json.object(value);
    }

    public static AlertRef decodeAlertRef(JsonObject json) {
        return Json.record(json, AlertRef.class);
    }

    public static JsonObject encodeCommandResult(CommandResult value) {
        return Json.object(value);
    }

    public static CommandResult decodeCommandResult(JsonObject json) {
        return Json.record(json, CommandResult.class);
    }

    public static JsonObject encodeEventsQuery(EventsQuery value) {
        return Json.object(value);
    }

    public static EventsQuery decodeEventsQuery(JsonObject json) {
        return Json.record(json, EventsQuery.class);
    }

    public static JsonObject encodeOutcomeList(OutcomeList value) {
        return Json.object(value);
    }

    public static OutcomeList decodeOutcomeList(JsonObject json) {
        return Json.record(json, OutcomeList.class);
    }

    public static JsonObject encodeOutcomeQuery(OutcomeQuery value) {
        return Json.object(value);
    }

    public static OutcomeQuery decodeOutcomeQuery(JsonObject json) {
        return Json.record(json, OutcomeQuery.class);
    }
}

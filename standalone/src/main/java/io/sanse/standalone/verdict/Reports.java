package io.sanse.standalone.verdict;

import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.service.Delivery;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether people and the province were told of every alert, and nobody twice. Each answer is a list of complaints, empty when all is well. */
public final class Reports {
    /** Templates by which an alert is first told; the others come and go with the clocks. */
    private static final Set<String> ANNOUNCING = Set.of("reminder", "dispatch");

    private static final Set<String> SENT = Set.of("submitted", "accepted", "delivered");

    /** After a kill around a submit nobody can know whether it went out: the platform says so instead of sending again. */
    private static final String UNKNOWN = "unknown";

    private Reports() {}

    /**
     * Compares alerts, deliveries and what the operator's SMSC has taken. Of an alert that was taken back nobody needs to have been told.
     *
     * @param messages of the SMSC simulator's {@code GET /messages}
     */
    public static List<String> ofMessages(List<Alert> alerts, List<Delivery> deliveries, JsonArray messages) {
        List<String> complaints = new ArrayList<>();
        Set<UUID> told = deliveries.stream()
                .filter(delivery -> ANNOUNCING.contains(delivery.template()))
                .filter(delivery ->
                        SENT.contains(delivery.state()) || delivery.state().equals(UNKNOWN))
                .map(Delivery::alertId)
                .collect(Collectors.toSet());
        alerts.stream()
                .filter(alert -> alert.condition() != Condition.RETRACTED)
                .filter(alert -> !told.contains(alert.id()))
                .forEach(alert -> complaints.add("nobody was told of " + alert.model() + " on " + alert.subject() + ": "
                        + tried(alert, deliveries)));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            JsonObject message = messages.getJsonObject(i);
            String content = message.getString("to") + ' ' + message.getString("text");
            if (!seen.add(content)) {
                complaints.add("sent twice: " + content);
            }
        }
        deliveries.stream()
                .filter(delivery -> SENT.contains(delivery.state()))
                .filter(delivery -> seen.stream().noneMatch(content -> content.endsWith(' ' + delivery.text())))
                .forEach(delivery -> complaints.add("the operator never got: " + delivery.text()));
        return complaints;
    }

    private static String tried(Alert alert, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> alert.id().equals(delivery.alertId()))
                .map(delivery -> delivery.template() + " to " + delivery.recipient() + " is " + delivery.state()
                        + (delivery.reason() == null ? "" : " (" + delivery.reason() + ")"))
                .collect(Collectors.joining(", ", "", "."));
    }

    /**
     * Compares alerts with what the province knows.
     *
     * @param known {@code alerts} of the province simulator's {@code GET /state}
     */
    public static List<String> ofProvince(List<Alert> alerts, JsonArray known) {
        Set<String> ids = new HashSet<>();
        List<String> complaints = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            String id = known.getJsonObject(i).getString("alertId");
            if (!ids.add(id)) {
                complaints.add("the province has alert " + id + " twice");
            }
        }
        alerts.stream()
                .filter(alert -> !ids.contains(alert.id().toString()))
                .forEach(alert ->
                        complaints.add("the province does not know of " + alert.model() + " on " + alert.subject()));
        return complaints;
    }
}

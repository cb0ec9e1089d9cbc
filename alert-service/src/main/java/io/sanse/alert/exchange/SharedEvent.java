package io.sanse.alert.exchange;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.SubjectType;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of our events as the province gets it: a CloudEvent 1.0 bound to the one before it.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param source {@code urn:sanse:city:<division>}
 * @param id {@code <alert id>/<number>}
 * @param type {@code sanse.alert.<step>}
 * @param subject alert id
 * @param time when it happened
 * @param prevhash hash of the event before it
 * @param data what the province may know of it: of an alert on a person neither who it is nor what was said
 */
record SharedEvent(
        long seq,
        String source,
        String id,
        String type,
        String subject,
        Instant time,
        String prevhash,
        Map<String, Object> data) {
    static final String NO_HASH = "0".repeat(64);

    private static final LocalizedText ON_PERSON =
            new LocalizedText("涉及人员的预警，内容不出本市平台。", "An alert on a person: what it says stays with the city.");

    static SharedEvent of(AlertEvent event, String source, long seq, String prevhash) {
        return new SharedEvent(
                seq,
                source,
                event.alertId() + "/" + event.number(),
                "sanse.alert." + event.type().text(),
                event.alertId().toString(),
                event.at(),
                prevhash,
                data(event));
    }

    private static Map<String, Object> data(AlertEvent event) {
        Alert alert = event.alert();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", event.number());
        data.put("level", alert.level().text());
        data.put("state", alert.state().text());
        data.put("condition", alert.condition().text());
        data.put("model", alert.model());
        data.put("alertSubject", isOnPerson(alert) ? null : alert.subject().toString());
        data.put("division", alert.division());
        data.put("department", alert.routing() == null ? null : alert.routing().department());
        LocalizedText text = isOnPerson(alert) ? ON_PERSON : event.text();
        data.put("text", Map.of("zh", text.zh(), "en", text.en()));
        data.put("reason", isOnPerson(alert) ? null : event.reason());
        data.put("clock", event.clock() == null ? null : event.clock().text());
        data.put("origin", event.origin());
        data.values().removeIf(java.util.Objects::isNull);
        return data;
    }

    private static boolean isOnPerson(Alert alert) {
        return alert.subject().type() == SubjectType.PERSON;
    }

    /** SHA-256 (hex) over the attributes that the exchange's page lists. */
    String hash() {
        String text = String.join("\n", prevhash, Long.toString(seq), source, id, type, subject, time.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The CloudEvent in structured mode. */
    Map<String, Object> json() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "urn:sanse:exchange:1:alert-event");
        event.put("seq", seq);
        event.put("prevhash", prevhash);
        event.put("drill", false);
        event.put("data", data);
        return event;
    }
}

package io.sanse.alert.exchange;

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
 * @param data what the province may know of it: no personal data
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
        data.put("alertSubject", alert.subject().toString());
        data.put("division", alert.division());
        data.put("department", alert.routing() == null ? null : alert.routing().department());
        data.put("text", Map.of("zh", event.text().zh(), "en", event.text().en()));
        data.put("reason", event.reason());
        data.put("clock", event.clock() == null ? null : event.clock().text());
        data.put("origin", event.origin());
        data.values().removeIf(java.util.Objects::isNull);
        return data;
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

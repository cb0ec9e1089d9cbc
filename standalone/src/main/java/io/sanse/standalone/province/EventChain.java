package io.sanse.standalone.province;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** The events of one source in the order of {@code seq}, each bound to the one before it. */
final class EventChain {
    static final String NO_HASH = "0".repeat(64);

    private final List<JsonObject> events = new ArrayList<>();
    private String head = NO_HASH;

    long seq() {
        return events.size();
    }

    String head() {
        return head;
    }

    List<JsonObject> after(long seq, int limit) {
        int from = (int) Math.min(seq, events.size());
        return Collections.unmodifiableList(events.subList(from, Math.min(events.size(), from + limit)));
    }

    boolean has(long seq) {
        return seq <= events.size();
    }

    /** Whether the event is exactly the next one: no gap, and bound to what is here. */
    boolean continues(JsonObject event) {
        return event.getLong("seq", 0L) == seq() + 1 && head.equals(event.getString("prevhash"));
    }

    void append(JsonObject event) {
        events.add(event);
        head = hash(event);
    }

    private static String hash(JsonObject event) {
        String text = String.join(
                "\n",
                event.getString("prevhash"),
                event.getLong("seq").toString(),
                event.getString("source"),
                event.getString("id"),
                event.getString("type"),
                event.getString("subject"),
                event.getString("time"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

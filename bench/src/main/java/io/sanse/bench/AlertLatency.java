package io.sanse.bench;

import io.sanse.standalone.play.PublicApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Sends receipts one by one and measures from the sending of each to the moment at which its alert's committed row can be seen (looked for every few milliseconds), and to
 * the moment at which the SMSC has its message. Blocks; to be called from a plain thread.
 */
final class AlertLatency {
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration LOOK_EVERY = Duration.ofMillis(3);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String ROWS = "SELECT subject FROM alert.alert WHERE model = 'manifest-weight-gap'";
    private static final String RECEIPTS = """
            SELECT alert.subject, alert_event.core::json #>> '{step,cause,receivedAt}'
            FROM alert.alert JOIN alert.alert_event ON alert_event.alert_id = alert.id AND alert_event.number = 1
            WHERE alert.model = 'manifest-weight-gap'""";

    private final WeightGaps gaps;
    private final PublicApi api;
    private final PublicApi smscPage;
    private final InstantSource clock;
    private final Map<String, Instant> seen = new HashMap<>();

    AlertLatency(WeightGaps gaps, PublicApi api, PublicApi smscPage, InstantSource clock) {
        this.gaps = gaps;
        this.api = api;
        this.smscPage = smscPage;
        this.clock = clock;
    }

    /**
     * Measures.
     *
     * @param jdbcUrl of the database that the alerts lie in
     * @param from number of the first receipt
     * @param until number behind the last receipt
     * @return one line for each stretch of the way, each from the sending
     */
    List<String> measure(String jdbcUrl, int from, int until) throws SQLException {
        Map<Integer, Instant> sent = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = connection.createStatement()) {
            long due = System.nanoTime();
            for (int gap = from; gap < until; gap++) {
                Instant now = clock.instant();
                sent.put(gap, now);
                api.deliver(gaps.receipt(gap, now));
                due += EVERY.toNanos();
                while (System.nanoTime() - due < 0) {
                    look(statement);
                }
            }
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (seen.size() < until && System.nanoTime() - deadline < 0) {
                look(statement);
            }
            return List.of(
                    line("received by ingest-service", sent, received(statement)),
                    line("alert row", sent, seen),
                    line("SMS submit", sent, submitted(sent.size())));
        }
    }

    /** When ingest-service had what each alert rests on, by the alert's subject. */
    private static Map<String, Instant> received(Statement statement) throws SQLException {
        Map<String, Instant> received = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(RECEIPTS)) {
            while (rows.next()) {
                received.put(rows.getString(1), Instant.parse(rows.getString(2)));
            }
        }
        return received;
    }

    private void look(Statement statement) throws SQLException {
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
        try (ResultSet rows = statement.executeQuery(ROWS)) {
            Instant now = clock.instant();
            while (rows.next()) {
                seen.putIfAbsent(rows.getString(1), now);
            }
        }
    }

    /** When the SMSC had the first message of each alert, by the alert's subject. */
    private Map<String, Instant> submitted(int wanted) {
        Map<String, Instant> submitted = new HashMap<>();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (submitted.size() < wanted && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(EVERY.toNanos());
            JsonArray messages = smscPage.get("/messages").await().getJsonArray("messages");
            for (int i = messages.size() - 1; i >= 0; i--) {
                JsonObject message = messages.getJsonObject(i);
                seen.keySet().stream()
                        .filter(subject -> message.getString("text").contains(subject.substring("manifest:".length())))
                        .forEach(subject -> submitted.put(subject, Instant.parse(message.getString("receivedAt"))));
            }
        }
        return submitted;
    }

    private static String line(String what, Map<Integer, Instant> sent, Map<String, Instant> reached) {
        Histogram millis = new Histogram(3);
        sent.forEach((gap, at) -> {
            Instant then = reached.get(WeightGaps.subject(gap).toString());
            if (then != null) {
                millis.recordValue(Math.max(0, Duration.between(at, then).toMillis()));
            }
        });
        return "observation → %s: p50 %d ms, p99 %d ms, longest %d ms, %d of %d"
                .formatted(
                        what,
                        millis.getValueAtPercentile(50),
                        millis.getValueAtPercentile(99),
                        millis.getMaxValue(),
                        millis.getTotalCount(),
                        sent.size());
    }
}

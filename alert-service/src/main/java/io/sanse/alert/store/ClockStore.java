package io.sanse.alert.store;

import io.sanse.alert.domain.event.Clock;
import io.sanse.contract.alert.AlertClock;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The alerts' clocks. */
public final class ClockStore {
    private static final String SAVE = """
            INSERT INTO alert_clock
                (alert_id, clock, name, department, started_at, due_at, next_at, stopped_at, breached_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (alert_id, clock) DO UPDATE
            SET next_at = excluded.next_at, stopped_at = excluded.stopped_at, breached_at = excluded.breached_at""";
    private static final String DUE = """
            SELECT alert_id FROM (
                SELECT alert_id, next_at FROM alert_clock WHERE next_at <= $1 ORDER BY next_at LIMIT $2) due
            GROUP BY alert_id ORDER BY min(next_at)""";
    private static final String NEXT = "SELECT min(next_at) AS next FROM alert_clock WHERE next_at IS NOT NULL";

    /** Writes new and changed clocks. */
    Future<Void> save(SqlClient transaction, UUID alertId, Collection<Clock> clocks) {
        if (clocks.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Tuple> rows = clocks.stream().map(clock -> row(alertId, clock)).toList();
        return transaction.preparedQuery(SAVE).executeBatch(rows).mapEmpty();
    }

    private static Tuple row(UUID alertId, Clock clock) {
        AlertClock seen = clock.seen();
        return Tuple.of(alertId, clock.id(), clock.name().text(), clock.department(), time(clock.startedAt()))
                .addOffsetDateTime(time(clock.dueAt()))
                .addOffsetDateTime(time(clock.nextAt()))
                .addOffsetDateTime(time(clock.stoppedAt()))
                .addOffsetDateTime(time(seen.breachedAt()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** Alerts with a clock whose time has come, the longest waiting first. */
    public Future<List<UUID>> due(SqlClient client, Instant now, int limit) {
        return client.preparedQuery(DUE).execute(Tuple.of(time(now), limit)).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("alert_id")));
            return ids;
        });
    }

    /** When the next thing happens to any clock. */
    public Future<Optional<Instant>> next(SqlClient client) {
        return client.preparedQuery(NEXT).execute().map(rows -> {
            OffsetDateTime next = rows.iterator().next().getOffsetDateTime("next");
            return Optional.ofNullable(next).map(OffsetDateTime::toInstant);
        });
    }
}

package io.sanse.alert.store;

import io.sanse.alert.domain.World;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** When no instance of this service was alive. */
public final class Outages {
    private static final String LAST = "SELECT seen_at FROM platform_alive FOR UPDATE";
    private static final String ALIVE = """
            INSERT INTO platform_alive AS alive (seen_at) VALUES ($1)
            ON CONFLICT (only_one) DO UPDATE SET seen_at = greatest(alive.seen_at, excluded.seen_at)""";
    private static final String OUTAGE =
            "INSERT INTO platform_outage (from_at, until_at) VALUES ($1, $2) ON CONFLICT (from_at) DO NOTHING";
    private static final String SINCE =
            "SELECT from_at, until_at FROM platform_outage WHERE until_at > $1 ORDER BY from_at";

    /** Says that somebody is alive; a silence longer than {@code limit} is put down as an outage. */
    public Future<Void> alive(SqlClient transaction, Instant now, Duration limit) {
        return transaction.query(LAST).execute().compose(rows -> {
            Instant last = rows.size() == 0
                    ? now
                    : rows.iterator().next().getOffsetDateTime("seen_at").toInstant();
            return Duration.between(last, now).compareTo(limit) > 0
                    ? down(transaction, last, now).compose(written -> seen(transaction, now))
                    : seen(transaction, now);
        });
    }

    private static Future<Void> down(SqlClient transaction, Instant from, Instant until) {
        return transaction
                .preparedQuery(OUTAGE)
                .execute(Tuple.of(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static Future<Void> seen(SqlClient transaction, Instant now) {
        return transaction
                .preparedQuery(ALIVE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    /** Outages that ended after an instant. */
    Future<List<World.Outage>> since(SqlClient transaction, Instant instant) {
        return transaction
                .preparedQuery(SINCE)
                .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<World.Outage> outages = new ArrayList<>();
                    rows.forEach(row -> outages.add(new World.Outage(
                            row.getOffsetDateTime("from_at").toInstant(),
                            row.getOffsetDateTime("until_at").toInstant())));
                    return outages;
                });
    }
}

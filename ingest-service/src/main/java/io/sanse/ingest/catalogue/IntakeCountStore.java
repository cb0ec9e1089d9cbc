package io.sanse.ingest.catalogue;

import io.sanse.ingest.catalogue.IntakeCounts.Key;
import io.sanse.ingest.catalogue.IntakeCounts.Tally;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code intake_count}. */
public final class IntakeCountStore {
    /** The same order everywhere, so that two replicas never wait for each other. */
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::kind).thenComparing(Key::aspect).thenComparing(Key::feed);

    private static final String ADD = """
            INSERT INTO intake_count AS stored (kind, aspect, feed, accepted, last_received_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (kind, aspect, feed) DO UPDATE SET
              accepted = stored.accepted + excluded.accepted,
              last_received_at = greatest(stored.last_received_at, excluded.last_received_at)""";

    private static final String TOTALS = """
            SELECT kind, aspect, sum(accepted)::bigint, max(last_received_at) FROM intake_count GROUP BY kind, aspect""";

    private final Database database;

    public IntakeCountStore(Database database) {
        this.database = database;
    }

    Future<Void> add(Map<Key, Tally> tallies) {
        List<Tuple> rows = tallies.keySet().stream()
                .sorted(ORDER)
                .map(key -> row(key, tallies.get(key)))
                .toList();
        return database.transaction(
                connection -> connection.preparedQuery(ADD).executeBatch(rows).mapEmpty());
    }

    private static Tuple row(Key key, Tally tally) {
        return Tuple.of(
                key.kind(),
                key.aspect(),
                key.feed(),
                tally.count(),
                tally.lastReceivedAt().atOffset(ZoneOffset.UTC));
    }

    /** Totals over all feeds, by kind and aspect; their keys have an empty feed. */
    Future<Map<Key, Tally>> totals() {
        return database.transaction(
                connection -> connection.preparedQuery(TOTALS).execute().map(IntakeCountStore::byKey));
    }

    private static Map<Key, Tally> byKey(RowSet<Row> rows) {
        Map<Key, Tally> totals = new HashMap<>();
        rows.forEach(row -> totals.put(new Key(row.getString(0), row.getString(1), ""), tally(row)));
        return totals;
    }

    private static Tally tally(Row row) {
        return new Tally(row.getLong(2), row.getOffsetDateTime(3).toInstant());
    }
}

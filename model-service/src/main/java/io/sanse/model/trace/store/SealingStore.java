package io.sanse.model.trace.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** How far {@code observation_segment} has been taken into the track store, by transaction. */
final class SealingStore {
    /**
     * Transactions to be taken next.
     *
     * @param from first, included
     * @param until behind the last
     * @param empty whether none of them stored anything of a vehicle
     * @param last whether everything that can be seen by now is in it
     */
    record Slice(long from, long until, boolean empty, boolean last) {}

    /** Enough to make writing a vehicle's hour worth while, little enough for memory. */
    private static final int OBSERVATIONS = 50_000;

    private static final int TRANSACTIONS = 20_000;

    /** Everything before the oldest transaction that runs is settled and can be seen. Locked, so that one node writes at a time. */
    private static final String STATE = """
            SELECT before_xid, pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS settled
            FROM track_sealing FOR UPDATE""";

    private static final String NEXT = """
            SELECT stored_xid, sum(count) AS observations FROM observation_segment
            WHERE stored_xid >= $1 AND stored_xid < $2 AND subject >= 'vehicle:' AND subject < 'vehicle;'
            GROUP BY stored_xid ORDER BY stored_xid LIMIT $3""";

    private static final String FRAMES = """
            SELECT packed FROM observation_segment
            WHERE stored_xid >= $1 AND stored_xid < $2 AND subject >= 'vehicle:' AND subject < 'vehicle;'""";

    private static final String ADVANCE = "UPDATE track_sealing SET before_xid = $1";

    Future<Slice> next(SqlConnection connection) {
        return connection.query(STATE).execute().compose(rows -> {
            Row state = rows.iterator().next();
            long from = state.getLong("before_xid");
            long settled = Math.max(from, state.getLong("settled"));
            return connection
                    .preparedQuery(NEXT)
                    .execute(Tuple.of(from, settled, TRANSACTIONS))
                    .map(transactions -> slice(from, settled, transactions));
        });
    }

    private static Slice slice(long from, long settled, Iterable<Row> transactions) {
        long observations = 0;
        long until = from;
        int count = 0;
        for (Row transaction : transactions) {
            if (count > 0 && observations >= OBSERVATIONS) {
                return new Slice(from, until, false, false);
            }
            observations += transaction.getLong("observations");
            until = transaction.getLong("stored_xid") + 1;
            count++;
        }
        return count == TRANSACTIONS
                ? new Slice(from, until, false, false)
                : new Slice(from, settled, count == 0, true);
    }

    Future<List<byte[]>> frames(SqlConnection connection, Slice slice) {
        return connection
                .preparedQuery(FRAMES)
                .execute(Tuple.of(slice.from(), slice.until()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getBuffer(0).getBytes())
                        .toList());
    }

    Future<Void> advance(SqlConnection connection, Slice slice) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(slice.until()))
                .mapEmpty();
    }
}

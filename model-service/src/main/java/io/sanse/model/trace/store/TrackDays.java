package io.sanse.model.trace.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.StreamSupport;

/**
 * The partitions of {@code track_segment}: one for each day of event time. A new one is made beside the table and attached, which holds up no reader and no writer; an
 * old one is dropped whole, which costs nothing however much it holds.
 */
final class TrackDays {
    private static final int HOURS = 24;

    private static final String TOUCH = """
            INSERT INTO track_day (day, touched_at) SELECT day, $2 FROM unnest($1::int[]) AS come (day)
            ON CONFLICT (day) DO UPDATE SET touched_at = excluded.touched_at RETURNING day, (xmax = 0) AS is_new""";

    private static final String OLD = "DELETE FROM track_day WHERE touched_at < $1 RETURNING day";

    /** Dropping waits for readers, and whoever comes meanwhile waits for the drop: better not for long. */
    private static final String PATIENCE = "SET LOCAL lock_timeout = '2s'";

    static int day(int hour) {
        return Math.floorDiv(hour, HOURS);
    }

    /** Notes that something comes for these days and makes the partitions that are missing. */
    Future<Void> touch(SqlConnection connection, SortedSet<Integer> days, Instant now) {
        return connection
                .preparedQuery(TOUCH)
                .execute(Tuple.of(days.toArray(Integer[]::new), now.atOffset(ZoneOffset.UTC)))
                .compose(rows -> each(
                        StreamSupport.stream(rows.spliterator(), false)
                                .filter(row -> row.getBoolean("is_new"))
                                .map(row -> row.getInteger("day"))
                                .toList(),
                        day -> make(connection, day)));
    }

    private static Future<Void> make(SqlConnection connection, int day) {
        String name = name(day);
        int first = day * HOURS;
        return connection
                .query("CREATE TABLE " + name + " (LIKE track_segment INCLUDING DEFAULTS INCLUDING STORAGE)")
                .execute()
                .compose(made -> connection
                        .query("ALTER TABLE track_segment ATTACH PARTITION " + name + " FOR VALUES FROM (" + first
                                + ") TO (" + (first + HOURS) + ")")
                        .execute())
                .mapEmpty();
    }

    /** Drops the days for which nothing has come since. */
    Future<Integer> forget(SqlConnection connection, Instant untouchedSince) {
        return connection
                .query(PATIENCE)
                .execute()
                .compose(patient ->
                        connection.preparedQuery(OLD).execute(Tuple.of(untouchedSince.atOffset(ZoneOffset.UTC))))
                .compose(rows -> each(
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> row.getInteger(0))
                                        .toList(),
                                day -> connection
                                        .query("DROP TABLE " + name(day))
                                        .execute()
                                        .mapEmpty())
                        .map(rows.rowCount()));
    }

    /** Days before 1970 have a name, too. */
    private static String name(int day) {
        return "track_segment_" + (day < 0 ? "m" + -day : Integer.toString(day));
    }

    private static Future<Void> each(List<Integer> days, java.util.function.IntFunction<Future<Void>> work) {
        Future<Void> chain = Future.succeededFuture();
        for (int day : days) {
            chain = chain.compose(done -> work.apply(day));
        }
        return chain;
    }
}

package io.sanse.model.tracks;

import io.sanse.contract.Subject;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;

/** The table {@code observation_segment}. */
final class SegmentStore {
    private static final int ROWS_PER_STATEMENT = 5_000;

    private static final String INSERT = """
            INSERT INTO observation_segment
              (subject, hour, partition, first_offset, part, from_time, to_time, count, packed, stored_at)
            SELECT subject, hour, $1, $2, part, from_time, to_time, count, packed, $3
            FROM unnest($4::text[], $5::int[], $6::int[], $7::timestamptz[], $8::timestamptz[], $9::int[], $10::bytea[])
              AS segment (subject, hour, part, from_time, to_time, count, packed)
            ON CONFLICT DO NOTHING""";

    private static final String LAST_HOUR_OF_SOME = """
            SELECT max(hour) FROM (
              SELECT hour FROM observation_segment WHERE subject = $1 AND hour BETWEEN $2 AND $3 ORDER BY hour LIMIT $4) AS beginning""";

    private static final String PACKED = """
            SELECT packed FROM observation_segment WHERE subject = $1 AND hour BETWEEN $2 AND $3 ORDER BY hour""";

    private static final String COUNT = """
            SELECT coalesce(sum(count), 0) FROM observation_segment WHERE subject = $1 AND hour BETWEEN $2 AND $3""";

    private static final String FORGET = """
            DELETE FROM observation_segment WHERE stored_at < $1""";

    /** Adds segments of one batch; those that are there already stay as they are. */
    Future<Void> insert(SqlClient transaction, List<Segment> segments, Instant storedAt) {
        List<Future<RowSet<Row>>> statements = new ArrayList<>();
        for (int start = 0; start < segments.size(); start += ROWS_PER_STATEMENT) {
            List<Segment> some = segments.subList(start, Math.min(segments.size(), start + ROWS_PER_STATEMENT));
            statements.add(transaction.preparedQuery(INSERT).execute(values(some, storedAt)));
        }
        return Future.all(statements).mapEmpty();
    }

    private static Tuple values(List<Segment> segments, Instant storedAt) {
        Segment.Key batch = segments.get(0).key();
        return Tuple.of(batch.partition(), batch.firstOffset(), storedAt.atOffset(ZoneOffset.UTC))
                .addArrayOfString(column(segments, segment -> segment.key().subject(), String[]::new))
                .addArrayOfInteger(column(segments, segment -> segment.key().hour(), Integer[]::new))
                .addArrayOfInteger(column(segments, segment -> segment.key().part(), Integer[]::new))
                .addArrayOfOffsetDateTime(
                        column(segments, segment -> segment.from().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        column(segments, segment -> segment.to().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
                .addArrayOfInteger(column(segments, Segment::count, Integer[]::new))
                .addArrayOfBuffer(column(segments, segment -> Buffer.buffer(segment.packed()), Buffer[]::new));
    }

    private static <T> T[] column(List<Segment> segments, Function<Segment, T> value, IntFunction<T[]> array) {
        return segments.stream().map(value).toArray(array);
    }

    /** The hour at which the first so many segments of a span of hours end, or null when there are none. */
    Future<Integer> lastHourOfFirst(SqlClient client, Subject subject, Hours hours, int segments) {
        Tuple values = Tuple.of(subject.toString(), hours.first(), hours.last(), segments);
        return client.preparedQuery(LAST_HOUR_OF_SOME)
                .execute(values)
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** Every frame of a span of hours. */
    Future<List<byte[]>> packed(SqlClient client, Subject subject, Hours hours) {
        return client.preparedQuery(PACKED)
                .execute(Tuple.of(subject.toString(), hours.first(), hours.last()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getBuffer(0).getBytes())
                        .toList());
    }

    /** Number of observations in a span of hours, duplicates included. */
    Future<Long> count(SqlClient client, Subject subject, Hours hours) {
        return client.preparedQuery(COUNT)
                .execute(Tuple.of(subject.toString(), hours.first(), hours.last()))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Future<Integer> forgetStoredBefore(SqlClient client, Instant time) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount);
    }
}

package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.SightCodec;
import io.sanse.model.trace.domain.TrackHour;
import io.sanse.model.trace.domain.TrackPart;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table {@code track_segment}. */
final class TrackStore {
    /** A vehicle's hour as it has to be written. */
    record Written(String vehicle, TrackHour hour) {}

    private record Part(String vehicle, int hour, TrackPart part) {}

    private static final String NEAREST_HOURS = """
            SELECT wanted.vehicle, wanted.hour,
              (SELECT t.hour FROM track_segment t
               WHERE t.vehicle = wanted.vehicle AND t.hour < wanted.hour ORDER BY t.hour DESC LIMIT 1) AS before,
              (SELECT t.hour FROM track_segment t
               WHERE t.vehicle = wanted.vehicle AND t.hour > wanted.hour ORDER BY t.hour LIMIT 1) AS behind
            FROM unnest($1::text[], $2::int[]) AS wanted (vehicle, hour)""";

    private static final String HOURS = """
            SELECT t.vehicle, t.hour, t.part, t.count, t.packed
            FROM unnest($1::text[], $2::int[]) AS wanted (vehicle, hour)
            JOIN track_segment t ON t.vehicle = wanted.vehicle AND t.hour = wanted.hour
            ORDER BY t.vehicle, t.hour, t.part""";

    private static final String SPANS = """
            SELECT t.vehicle, t.hour, t.part, t.count, t.packed
            FROM unnest($1::text[], $2::int[], $3::int[]) AS wanted (vehicle, first, last)
            JOIN track_segment t ON t.vehicle = wanted.vehicle AND t.hour BETWEEN wanted.first AND wanted.last
            ORDER BY t.vehicle, t.hour, t.part""";

    private static final String CUT_OFF = """
            DELETE FROM track_segment t
            USING unnest($1::text[], $2::int[], $3::int[]) AS written (vehicle, hour, parts)
            WHERE t.vehicle = written.vehicle AND t.hour = written.hour AND t.part >= written.parts""";

    private static final String WRITE = """
            INSERT INTO track_segment (vehicle, hour, part, from_time, to_time, reach, count, packed)
            SELECT vehicle, hour, part, from_time, to_time, box(point(east, north), point(west, south)), count, packed
            FROM unnest($1::text[], $2::int[], $3::int[], $4::timestamptz[], $5::timestamptz[],
                $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::int[], $11::bytea[])
              AS written (vehicle, hour, part, from_time, to_time, west, south, east, north, count, packed)
            ON CONFLICT (vehicle, hour, part) DO UPDATE
            SET from_time = excluded.from_time, to_time = excluded.to_time, reach = excluded.reach,
                count = excluded.count, packed = excluded.packed
            WHERE (track_segment.count, track_segment.packed) IS DISTINCT FROM (excluded.count, excluded.packed)""";

    /** The hours themselves and, for each, the vehicle's nearest hours before and behind it that are stored. */
    Future<List<StoredPart>> withNeighbours(SqlConnection connection, List<Arriving.Hour> hours) {
        return connection
                .preparedQuery(NEAREST_HOURS)
                .execute(ColumnTuple.hours(hours))
                .compose(rows -> {
                    List<Arriving.Hour> wanted = new ArrayList<>();
                    for (Row row : rows) {
                        for (String column : List.of("hour", "before", "behind")) {
                            if (row.getInteger(column) != null) {
                                wanted.add(new Arriving.Hour(row.getString("vehicle"), row.getInteger(column)));
                            }
                        }
                    }
                    return hours(connection, wanted.stream().distinct().toList());
                });
    }

    private Future<List<StoredPart>> hours(SqlConnection connection, List<Arriving.Hour> hours) {
        return connection.preparedQuery(HOURS).execute(ColumnTuple.hours(hours)).map(TrackStore::parts);
    }

    /** The stored parts of spans of hours, by vehicle and time. */
    Future<List<StoredPart>> spans(SqlConnection connection, List<SightsAround> spans) {
        return connection.preparedQuery(SPANS).execute(ColumnTuple.spans(spans)).map(TrackStore::parts);
    }

    private static List<StoredPart> parts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(TrackStore::part)
                .toList();
    }

    static StoredPart part(Row row) {
        return new StoredPart(
                row.getString("vehicle"),
                row.getInteger("hour"),
                row.getInteger("part"),
                row.getInteger("count"),
                row.getBuffer("packed").getBytes());
    }

    /** Makes hours what they have to be. */
    Future<Void> write(SqlConnection connection, List<Written> hours) {
        List<Part> parts = hours.stream()
                .flatMap(written -> written.hour().parts().stream()
                        .map(part -> new Part(written.vehicle(), written.hour().hour(), part)))
                .toList();
        Tuple ends = Tuple.of(
                ColumnTuple.texts(hours, Written::vehicle),
                ColumnTuple.integers(hours, written -> written.hour().hour()),
                ColumnTuple.integers(hours, written -> written.hour().parts().size()));
        return connection
                .preparedQuery(CUT_OFF)
                .execute(ends)
                .compose(cut -> connection.preparedQuery(WRITE).execute(columns(parts)))
                .mapEmpty();
    }

    private static Tuple columns(List<Part> parts) {
        return Tuple.of(
                        ColumnTuple.texts(parts, Part::vehicle),
                        ColumnTuple.integers(parts, Part::hour),
                        ColumnTuple.integers(parts, row -> row.part().number()))
                .addArrayOfOffsetDateTime(
                        parts.stream().map(row -> time(row.part().from())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        parts.stream().map(row -> time(row.part().until())).toArray(OffsetDateTime[]::new))
                .addArrayOfDouble(
                        ColumnTuple.doubles(parts, row -> row.part().reach().west()))
                .addArrayOfDouble(
                        ColumnTuple.doubles(parts, row -> row.part().reach().south()))
                .addArrayOfDouble(
                        ColumnTuple.doubles(parts, row -> row.part().reach().east()))
                .addArrayOfDouble(
                        ColumnTuple.doubles(parts, row -> row.part().reach().north()))
                .addArrayOfInteger(ColumnTuple.integers(parts, row -> row.part().count()))
                .addArrayOfBuffer(parts.stream()
                        .map(row -> Buffer.buffer(SightCodec.encode(row.part().sights())))
                        .toArray(Buffer[]::new));
    }

    private static OffsetDateTime time(long at) {
        return Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC);
    }
}

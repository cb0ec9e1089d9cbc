package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.Sight;
import io.sanse.model.trace.domain.TraceWindow;
import io.sanse.model.trace.domain.TrackGap;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The table {@code track_gap}. */
final class GapStore {
    private static final long HOUR_MS = 3_600_000;
    private static final long NEVER = -1;

    private static final String FORGET_OF_HOURS = """
            DELETE FROM track_gap g
            USING unnest($1::text[], $2::bigint[], $3::bigint[]) AS written (vehicle, from_at, until_at)
            WHERE g.vehicle = written.vehicle AND g.from_at >= written.from_at AND g.from_at < written.until_at""";

    private static final String WRITE = """
            INSERT INTO track_gap
              (vehicle, from_at, from_longitude, from_latitude, until_at, until_longitude, until_latitude)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::int[], $4::int[], $5::bigint[], $6::int[], $7::int[])
            ON CONFLICT (vehicle, from_at) DO UPDATE
            SET until_at = excluded.until_at, until_longitude = excluded.until_longitude,
                until_latitude = excluded.until_latitude""";

    private static final String WITHIN = """
            SELECT vehicle, from_at, from_longitude, from_latitude, until_at, until_longitude, until_latitude
            FROM track_gap WHERE from_at < $1 AND (until_at IS NULL OR until_at > $2)""";

    private static final String VEHICLES = """
            SELECT count(*) FROM track_gap WHERE until_at IS NULL""";

    private static final String FORGET = """
            DELETE FROM track_gap WHERE greatest(from_at, until_at) < $1""";

    /** Makes the silences that begin in these hours what they have to be. */
    Future<Void> write(SqlConnection connection, List<TrackStore.Written> hours) {
        Tuple spans = Tuple.of(
                ColumnTuple.texts(hours, TrackStore.Written::vehicle),
                ColumnTuple.longs(hours, written -> written.hour().hour() * HOUR_MS),
                ColumnTuple.longs(hours, written -> (written.hour().hour() + 1) * HOUR_MS));
        List<StoredGap> gaps = hours.stream()
                .flatMap(written -> written.hour().gaps().stream().map(gap -> new StoredGap(written.vehicle(), gap)))
                .toList();
        return connection
                .preparedQuery(FORGET_OF_HOURS)
                .execute(spans)
                .compose(forgotten -> connection.preparedQuery(WRITE).execute(columns(gaps)))
                .mapEmpty();
    }

    private static Tuple columns(List<StoredGap> gaps) {
        Function<StoredGap, Sight> before = stored -> stored.gap().before();
        Function<StoredGap, Sight> after = stored -> stored.gap().after();
        return Tuple.tuple()
                .addArrayOfString(ColumnTuple.texts(gaps, StoredGap::vehicle))
                .addArrayOfLong(ColumnTuple.longs(gaps, before.andThen(sight -> sight == null ? NEVER : sight.at())))
                .addArrayOfInteger(ColumnTuple.integers(gaps, before.andThen(GapStore::longitude)))
                .addArrayOfInteger(ColumnTuple.integers(gaps, before.andThen(GapStore::latitude)))
                .addArrayOfLong(ColumnTuple.longs(gaps, after.andThen(sight -> sight == null ? null : sight.at())))
                .addArrayOfInteger(ColumnTuple.integers(gaps, after.andThen(GapStore::longitude)))
                .addArrayOfInteger(ColumnTuple.integers(gaps, after.andThen(GapStore::latitude)));
    }

    private static Integer longitude(Sight sight) {
        return sight == null ? null : sight.longitudeE6();
    }

    private static Integer latitude(Sight sight) {
        return sight == null ? null : sight.latitudeE6();
    }

    /** The silences that touch a span. */
    Future<List<StoredGap>> within(SqlClient client, TraceWindow window) {
        return client.preparedQuery(WITHIN)
                .execute(Tuple.of(window.until(), window.from()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(GapStore::gap)
                        .toList());
    }

    private static StoredGap gap(Row row) {
        Long until = row.getLong(4);
        return new StoredGap(
                row.getString(0),
                new TrackGap(
                        row.getLong(1) == NEVER ? null : sight(row.getLong(1), row.getInteger(2), row.getInteger(3)),
                        until == null ? null : sight(until, row.getInteger(5), row.getInteger(6))));
    }

    private static Sight sight(long at, int longitude, int latitude) {
        return new Sight(at, longitude, latitude, Sight.NO_SPEED, false, null);
    }

    /** How many vehicles are known: each has a silence that has not ended, if only since its last sight. */
    Future<Integer> vehicles(SqlClient client) {
        return client.preparedQuery(VEHICLES)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    Future<Void> forgetBefore(SqlClient client, Instant time) {
        return client.preparedQuery(FORGET)
                .execute(Tuple.of(time.toEpochMilli()))
                .mapEmpty();
    }
}

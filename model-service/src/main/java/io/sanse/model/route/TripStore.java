package io.sanse.model.route;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.model.route.domain.ClosedTrip;
import io.sanse.model.route.domain.Pair;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What trips are read from, and the tables {@code route_learning} and {@code route_trip}. */
final class TripStore {
    private static final long HOUR_MS = 3_600_000;

    private static final String CLAIM = """
            UPDATE route_learning SET leased_until = $2 WHERE leased_until < $1 RETURNING learnt_until""";

    private static final String RELEASE = """
            UPDATE route_learning SET learnt_until = coalesce($1, learnt_until), leased_until = '-infinity'""";

    private static final String FIRST_PAPER = "SELECT min(hour) FROM track_paper";

    private static final String VEHICLES = """
            SELECT DISTINCT vehicle FROM track_paper WHERE hour BETWEEN $1 AND $2 ORDER BY vehicle""";

    private static final String KEPT = """
            SELECT packed FROM observation_segment WHERE subject = $1 AND hour BETWEEN $2 AND $3""";

    private static final String ADD = """
            INSERT INTO route_trip (manifest, generator, receiver, vehicle, received_at, path)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING""";

    private static final String PAIRS = """
            SELECT DISTINCT generator, receiver FROM route_trip WHERE received_at >= $1 AND received_at < $2
            ORDER BY generator, receiver""";

    private static final String TRIPS = """
            SELECT manifest, generator, receiver, vehicle, received_at, path FROM route_trip
            WHERE generator = $1 AND receiver = $2 AND received_at >= $3 AND received_at < $4
            ORDER BY received_at DESC, manifest LIMIT $5""";

    private static final String FORGET = "DELETE FROM route_trip WHERE received_at < $1";

    /**
     * A claim to learn.
     *
     * @param learntUntil how far trips have taught, or null when none has yet
     */
    record Claim(Instant learntUntil) {}

    /** Null when another node learns. */
    Future<Claim> claim(SqlClient client, Instant now, Duration lease) {
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(time(now), time(now.plus(lease))))
                .map(rows -> rows.rowCount() == 0 ? null : claim(rows.iterator().next()));
    }

    private static Claim claim(Row row) {
        OffsetDateTime until = row.getOffsetDateTime(0);
        return new Claim(until == null ? null : until.toInstant());
    }

    /** @param learntUntil or null when nothing was learnt */
    Future<Void> release(SqlClient client, Instant learntUntil) {
        return client.preparedQuery(RELEASE)
                .execute(Tuple.tuple().addOffsetDateTime(learntUntil == null ? null : time(learntUntil)))
                .mapEmpty();
    }

    /** The hour of the oldest paper, or null when there is none. */
    Future<Instant> firstPaper(SqlClient client) {
        return client.query(FIRST_PAPER).execute().map(rows -> {
            Integer hour = rows.iterator().next().getInteger(0);
            return hour == null ? null : Instant.ofEpochMilli(hour * HOUR_MS);
        });
    }

    /** Ids of the vehicles that papers name in a span. */
    Future<List<String>> vehicles(SqlClient client, Span span) {
        return client.preparedQuery(VEHICLES)
                .execute(Tuple.of(hour(span.from()), hour(span.until())))
                .map(rows -> all(rows, row -> row.getString(0)));
    }

    /** Frames of everything that is kept of a vehicle in the hours of a span. */
    Future<List<byte[]>> kept(SqlClient client, String vehicle, Span span) {
        return client.preparedQuery(KEPT)
                .execute(Tuple.of("vehicle:" + vehicle, hour(span.from()), hour(span.until())))
                .map(rows -> all(rows, row -> row.getBuffer(0).getBytes()));
    }

    static List<Observation> unpack(List<byte[]> frames) {
        List<Observation> observations = new ArrayList<>();
        frames.forEach(
                frame -> observations.addAll(ObservationFrames.decode(frame).observations()));
        return observations;
    }

    Future<Void> add(SqlClient client, List<ClosedTrip> trips) {
        List<Tuple> rows = trips.stream()
                .map(trip -> Tuple.of(
                        trip.manifest(),
                        trip.pair().generator(),
                        trip.pair().receiver(),
                        trip.vehicle(),
                        time(Instant.ofEpochMilli(trip.receivedAt())),
                        Json.text(trip.path())))
                .toList();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : client.preparedQuery(ADD).executeBatch(rows).mapEmpty();
    }

    /** The pairs between which trips were received in a span. */
    Future<List<Pair>> pairs(SqlClient client, Span span) {
        return client.preparedQuery(PAIRS)
                .execute(Tuple.of(time(span.from()), time(span.until())))
                .map(rows -> all(rows, row -> new Pair(row.getString(0), row.getString(1))));
    }

    /** The newest trips of a pair that were received in a span. */
    Future<List<ClosedTrip>> trips(SqlClient client, Pair pair, Span span, int most) {
        return client.preparedQuery(TRIPS)
                .execute(Tuple.of(pair.generator(), pair.receiver(), time(span.from()), time(span.until()), most))
                .map(rows -> all(rows, TripStore::trip));
    }

    private static ClosedTrip trip(Row row) {
        return new ClosedTrip(
                row.getString("manifest"),
                new Pair(row.getString("generator"), row.getString("receiver")),
                row.getString("vehicle"),
                row.getOffsetDateTime("received_at").toInstant().toEpochMilli(),
                path(row.getString("path")));
    }

    private static List<GeoPoint> path(String json) {
        try {
            return List.of(Json.parse(json, GeoPoint[].class));
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Future<Void> forgetBefore(SqlClient client, Instant oldest) {
        return client.preparedQuery(FORGET).execute(Tuple.of(time(oldest))).mapEmpty();
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> value) {
        return StreamSupport.stream(rows.spliterator(), false).map(value).toList();
    }

    private static int hour(Instant at) {
        return Math.toIntExact(Math.floorDiv(at.toEpochMilli(), HOUR_MS));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

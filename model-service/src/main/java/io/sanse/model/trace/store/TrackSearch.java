package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.Box;
import io.sanse.model.trace.domain.SourceHour;
import io.sanse.model.trace.domain.TraceWindow;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Reads the track store for trace-backs. Futures fail with {@link io.sanse.runtime.failure.Unavailable}. */
public final class TrackSearch {
    private static final int ROWS_AT_A_TIME = 10_000;

    /** A part answers for up to an hour behind its own. */
    private static final String NEAR = """
            SELECT vehicle, hour, part, count, packed FROM track_segment
            WHERE hour BETWEEN $1 AND $2 AND from_time < $3 AND to_time >= $4
              AND reach && box(point($5, $6), point($7, $8))""";

    private final Database database;
    private final TrackStore tracks = new TrackStore();
    private final GapStore gaps = new GapStore();
    private final WordStore words = new WordStore();

    public TrackSearch(Database database) {
        this.database = database;
    }

    /**
     * The parts whose vehicles can have touched a box in a span, in no order.
     *
     * @param goOn is told how many have come and completes when more may come; fails to stop
     */
    public Future<List<StoredPart>> near(Box box, TraceWindow window, IntFunction<Future<Void>> goOn) {
        Tuple values = Tuple.of(Arriving.hour(window.from()) - 1, Arriving.hour(window.until() - 1))
                .addOffsetDateTime(Instant.ofEpochMilli(window.until()).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(Instant.ofEpochMilli(window.from()).atOffset(ZoneOffset.UTC))
                .addDouble(box.east())
                .addDouble(box.north())
                .addDouble(box.west())
                .addDouble(box.south());
        List<StoredPart> found = new ArrayList<>();
        return database.transaction(connection -> connection
                .prepare(NEAR)
                .compose(statement -> drain(statement.cursor(values), found, goOn))
                .map(found));
    }

    private static Future<Void> drain(Cursor cursor, List<StoredPart> found, IntFunction<Future<Void>> goOn) {
        return cursor.read(ROWS_AT_A_TIME).compose(rows -> {
            for (Row row : rows) {
                found.add(TrackStore.part(row));
            }
            return goOn.apply(found.size())
                    .compose(on -> cursor.hasMore() ? drain(cursor, found, goOn) : cursor.close());
        });
    }

    /** The silences that touch a span. */
    public Future<List<StoredGap>> gaps(TraceWindow window) {
        return database.transaction(connection -> gaps.within(connection, window));
    }

    /** How many vehicles the store knows. */
    public Future<Integer> vehicles() {
        return database.transaction(gaps::vehicles);
    }

    /** The minutes of a span in which feeds and cameras spoke. */
    public Future<List<SourceHour>> words(TraceWindow window) {
        return database.transaction(
                connection -> words.words(connection, Arriving.hour(window.from()), Arriving.hour(window.until() - 1)));
    }

    /** Everything that is stored of vehicles in some hours. */
    public Future<Around> around(List<SightsAround> wanted) {
        return database.transaction(connection -> around(connection, wanted));
    }

    private Future<Around> around(SqlConnection connection, List<SightsAround> wanted) {
        return tracks.spans(connection, wanted)
                .compose(parts -> words.papers(connection, wanted).map(papers -> Around.of(parts, papers)));
    }
}

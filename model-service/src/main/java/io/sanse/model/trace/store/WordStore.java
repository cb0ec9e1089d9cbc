package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.SourceHour;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The tables {@code track_word} and {@code track_paper}. */
final class WordStore {
    private static final String SPEAK = """
            INSERT INTO track_word (source, hour, minutes)
            SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])
            ON CONFLICT (hour, source) DO UPDATE SET minutes = track_word.minutes | excluded.minutes
            WHERE track_word.minutes | excluded.minutes <> track_word.minutes""";

    private static final String WORDS = """
            SELECT source, hour, minutes FROM track_word WHERE hour BETWEEN $1 AND $2""";

    private static final String NAME = """
            INSERT INTO track_paper (vehicle, hour, subject)
            SELECT * FROM unnest($1::text[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING""";

    private static final String PAPERS = """
            SELECT DISTINCT p.vehicle, p.subject
            FROM unnest($1::text[], $2::int[], $3::int[]) AS wanted (vehicle, first, last)
            JOIN track_paper p ON p.vehicle = wanted.vehicle AND p.hour BETWEEN wanted.first AND wanted.last
            ORDER BY 1, 2""";

    private static final String FORGET_WORDS = "DELETE FROM track_word WHERE hour < $1";
    private static final String FORGET_PAPERS = "DELETE FROM track_paper WHERE hour < $1";

    Future<Void> write(SqlConnection connection, Map<Arriving.Hour, Long> words, Set<Arriving.Paper> papers) {
        List<SourceHour> spoken = words.entrySet().stream()
                .map(word -> new SourceHour(word.getKey().of(), word.getKey().hour(), word.getValue()))
                .toList();
        List<Arriving.Paper> named = List.copyOf(papers);
        Tuple speaking = Tuple.of(
                ColumnTuple.texts(spoken, SourceHour::source),
                ColumnTuple.integers(spoken, SourceHour::hour),
                ColumnTuple.longs(spoken, SourceHour::minutes));
        Tuple naming = Tuple.of(
                ColumnTuple.texts(named, Arriving.Paper::vehicle),
                ColumnTuple.integers(named, Arriving.Paper::hour),
                ColumnTuple.texts(named, Arriving.Paper::subject));
        return connection
                .preparedQuery(SPEAK)
                .execute(speaking)
                .compose(spoke -> connection.preparedQuery(NAME).execute(naming))
                .mapEmpty();
    }

    /** What every source said in a span of hours. */
    Future<List<SourceHour>> words(SqlClient client, int first, int last) {
        return client.preparedQuery(WORDS).execute(Tuple.of(first, last)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new SourceHour(row.getString(0), row.getInteger(1), row.getLong(2)))
                .toList());
    }

    /** The papers that name vehicles in spans of hours: pairs of a vehicle's id and a subject's text. */
    Future<List<Arriving.Paper>> papers(SqlClient client, List<SightsAround> wanted) {
        return client.preparedQuery(PAPERS).execute(ColumnTuple.spans(wanted)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Arriving.Paper(row.getString(0), 0, row.getString(1)))
                .toList());
    }

    Future<Void> forgetBefore(SqlClient client, int hour) {
        return client.preparedQuery(FORGET_WORDS)
                .execute(Tuple.of(hour))
                .compose(words -> client.preparedQuery(FORGET_PAPERS).execute(Tuple.of(hour)))
                .mapEmpty();
    }
}

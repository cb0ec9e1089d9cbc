package io.sanse.alert.exchange;

import io.sanse.alert.store.Cursor;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our shared events, and how far each side has come. */
final class ExchangeStore {
    private static final String LOCK_CURSOR = """
            SELECT position::text AS place, seq FROM relay_cursor WHERE name = 'exchange' FOR UPDATE SKIP LOCKED""";
    private static final String MOVE_CURSOR = """
            UPDATE relay_cursor SET position = $1::text::xid8, seq = $2 WHERE name = 'exchange'""";
    private static final String HEAD = "SELECT seq, hash FROM exchange_event ORDER BY seq DESC LIMIT 1";
    private static final String INSERT = """
            INSERT INTO exchange_event (seq, id, hash, content) VALUES ($1, $2, $3, $4)""";
    private static final String AFTER = """
            SELECT content FROM exchange_event WHERE seq > $1 ORDER BY seq LIMIT $2""";
    private static final String PEER_CURSOR = "SELECT cursor FROM exchange_peer";
    private static final String MOVE_PEER_CURSOR = "UPDATE exchange_peer SET cursor = $1";

    /**
     * Our newest shared event.
     *
     * @param seq its number, 0 when there is none
     * @param hash its hash, 64 zeros when there is none
     */
    record Head(long seq, String hash) {
        static final Head NONE = new Head(0, SharedEvent.NO_HASH);
    }

    /** Where sharing goes on in the alert log, locked; nothing when another instance is at it. */
    Future<Optional<Cursor>> lockCursor(SqlClient transaction) {
        return transaction.query(LOCK_CURSOR).execute().map(rows -> first(rows)
                .map(row -> new Cursor(row.getString("place"), row.getLong("seq"))));
    }

    Future<Void> moveCursor(SqlClient transaction, Cursor cursor) {
        return transaction
                .preparedQuery(MOVE_CURSOR)
                .execute(Tuple.of(cursor.position(), cursor.seq()))
                .mapEmpty();
    }

    Future<Head> head(SqlClient client) {
        return client.query(HEAD).execute().map(rows -> first(rows)
                .map(row -> new Head(row.getLong("seq"), row.getString("hash")))
                .orElse(Head.NONE));
    }

    Future<Void> append(SqlClient transaction, List<SharedEvent> events) {
        List<Tuple> rows = events.stream()
                .map(event -> Tuple.of(event.seq(), event.id(), event.hash(), Json.text(event.json())))
                .toList();
        return transaction.preparedQuery(INSERT).executeBatch(rows).mapEmpty();
    }

    /** CloudEvents behind a sequence number, as they were first written. */
    Future<List<Map<String, Object>>> after(SqlClient client, long seq, int limit) {
        return client.preparedQuery(AFTER).execute(Tuple.of(seq, limit)).map(rows -> {
            List<Map<String, Object>> events = new ArrayList<>();
            rows.forEach(row -> events.add(new JsonObject(row.getString("content")).getMap()));
            return events;
        });
    }

    /** The province's cursor that we go on from, or nothing before the first pull. */
    Future<Optional<String>> peerCursor(SqlClient client) {
        return client.query(PEER_CURSOR).execute().map(rows -> first(rows).map(row -> row.getString("cursor")));
    }

    Future<Void> movePeerCursor(SqlClient client, String cursor) {
        return client.preparedQuery(MOVE_PEER_CURSOR).execute(Tuple.of(cursor)).mapEmpty();
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}

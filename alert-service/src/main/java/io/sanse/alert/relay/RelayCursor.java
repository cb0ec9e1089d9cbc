package io.sanse.alert.relay;

import io.sanse.alert.store.Cursor;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** How far the topic {@code alert-events} has the log. */
final class RelayCursor {
    private static final String NAME = "alert-events";
    private static final String LOAD = "SELECT position::text AS place, seq FROM relay_cursor WHERE name = $1";
    private static final String MOVE = """
            UPDATE relay_cursor SET position = $4::text::xid8, seq = $5
            WHERE name = $1 AND position = $2::text::xid8 AND seq = $3""";

    Future<Cursor> load(SqlClient client) {
        return client.preparedQuery(LOAD).execute(Tuple.of(NAME)).map(rows -> {
            Row row = rows.iterator().next();
            return new Cursor(row.getString("place"), row.getLong("seq"));
        });
    }

    /** Completes with false when somebody else has moved it. */
    Future<Boolean> move(SqlClient client, Cursor from, Cursor to) {
        return client.preparedQuery(MOVE)
                .execute(Tuple.of(NAME, from.position(), from.seq(), to.position(), to.seq()))
                .map(rows -> rows.rowCount() == 1);
    }
}

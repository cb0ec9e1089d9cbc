package io.sanse.ingest.access;

import io.sanse.contract.access.AccessTurn;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** The table {@code access_turn}: one row for each caller, of the newest minute. */
final class TurnStore {
    private static final String ENSURE = """
            INSERT INTO access_turn (caller, minute, taken, told) VALUES ($1, 0, 0, false) ON CONFLICT (caller) DO NOTHING""";

    /** A node whose clock is ahead of the database's would take the places of minutes to come, and nobody else's minute would free them. */
    private static final String LOCK = """
            SELECT minute, taken, told, least($2::bigint, floor(extract(epoch FROM now()) / 60)::bigint) AS present
            FROM access_turn WHERE caller = $1 FOR UPDATE""";

    private static final String PUT = "UPDATE access_turn SET minute = $2, taken = $3, told = $4 WHERE caller = $1";

    private static final String GIVE_BACK = """
            UPDATE access_turn SET taken = taken - 1 WHERE caller = $1 AND minute = $2 AND taken > 0""";

    /**
     * One more question of a caller.
     *
     * @param minute by the node's clock
     */
    Future<AccessTurn> next(SqlConnection transaction, String caller, long minute) {
        return transaction
                .preparedQuery(ENSURE)
                .execute(Tuple.of(caller))
                .compose(there -> transaction.preparedQuery(LOCK).execute(Tuple.of(caller, minute)))
                .map(rows -> places(rows.iterator().next()))
                .compose(before -> put(transaction, caller, before.next())
                        .map(kept -> new AccessTurn(
                                caller, before.minute(), before.isLeft(), !before.isLeft() && !before.told())));
    }

    private static Places places(Row row) {
        return new Places(row.getLong("minute"), row.getInteger("taken"), row.getBoolean("told"))
                .at(row.getLong("present"));
    }

    private static Future<Void> put(SqlConnection transaction, String caller, Places after) {
        return transaction
                .preparedQuery(PUT)
                .execute(Tuple.of(caller, after.minute(), after.taken(), after.told()))
                .mapEmpty();
    }

    /** The question was not refused: its place is free again, unless its minute is over. */
    Future<Void> giveBack(SqlConnection transaction, AccessTurn turn) {
        return turn.granted()
                ? transaction
                        .preparedQuery(GIVE_BACK)
                        .execute(Tuple.of(turn.user(), turn.minute()))
                        .mapEmpty()
                : Future.succeededFuture();
    }
}

package io.sanse.alert.relay;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Held by one instance at a time, as long as its connection lives. An advisory lock of the session, not of a transaction: a transaction open for as long as Kafka takes
 * would hold back every reader of the log.
 */
final class RelayLock {
    private static final String KEEP_ALIVE =
            "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3";
    private static final String TRY =
            "SELECT pg_try_advisory_lock(hashtextextended('relay ' || current_schema(), 2)) AS locked";
    private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtextextended('relay ' || current_schema(), 2))";

    private final Pool pool;
    private final AtomicReference<SqlConnection> holder = new AtomicReference<>();

    RelayLock(Pool pool) {
        this.pool = pool;
    }

    /** Completes with whether this instance has it, now or still. */
    Future<Boolean> take() {
        return holder.get() != null
                ? Future.succeededFuture(true)
                : pool.getConnection().compose(this::tryOn);
    }

    private Future<Boolean> tryOn(SqlConnection connection) {
        return connection
                .query(KEEP_ALIVE)
                .execute()
                .compose(set -> connection.query(TRY).execute())
                .map(rows -> rows.iterator().next().getBoolean("locked"))
                .onFailure(failure -> connection.close())
                .compose(
                        locked -> locked ? hold(connection) : connection.close().map(false));
    }

    private Future<Boolean> hold(SqlConnection connection) {
        holder.set(connection);
        connection.closeHandler(closed -> holder.compareAndSet(connection, null));
        return Future.succeededFuture(true);
    }

    /** Lets another instance have it. */
    Future<Void> release() {
        SqlConnection connection = holder.getAndSet(null);
        return connection == null
                ? Future.succeededFuture()
                : connection
                        .query(UNLOCK)
                        .execute()
                        .eventually(connection::close)
                        .mapEmpty();
    }
}

package io.sanse.notify.store;

import io.sanse.notify.domain.DeliveryState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The table {@code sender}: which processes live, and what the dead ones left under way. */
public final class SenderStore {
    private static final String BEAT = """
            INSERT INTO sender (id, alive_until) VALUES ($1, now() + make_interval(secs => $2))
            ON CONFLICT (id) DO UPDATE SET alive_until = excluded.alive_until""";
    private static final String RETIRE = "DELETE FROM sender WHERE id = $1";
    private static final String BURY = "DELETE FROM sender WHERE alive_until < now() - interval '1 day'";
    private static final String ORPHANS = """
            SELECT id FROM delivery WHERE state = 'submitted'
            AND NOT EXISTS (SELECT FROM sender WHERE sender.id = delivery.sender AND alive_until > now())
            ORDER BY position LIMIT 100 FOR UPDATE SKIP LOCKED""";
    private static final String LOST = """
            UPDATE delivery_part SET state = 'unknown' WHERE delivery_id = $1 AND state = 'submitted'""";

    private final DeliveryFold fold = new DeliveryFold();

    /** Says that this process lives for at least {@code lease} more. */
    public Future<Void> beat(SqlConnection tx, UUID sender, Duration lease) {
        return tx.preparedQuery(BEAT)
                .execute(Tuple.of(sender, lease.toMillis() / 1000.0))
                .compose(written -> tx.query(BURY).execute())
                .mapEmpty();
    }

    /** This process has nothing under way any more. */
    public Future<Void> retire(SqlConnection tx, UUID sender) {
        return tx.preparedQuery(RETIRE).execute(Tuple.of(sender)).mapEmpty();
    }

    /**
     * What dead processes had under way becomes unknown: it may have been sent or not. Red messages are sent again, marked.
     *
     * @return the states that the deliveries came to
     */
    public Future<List<DeliveryState>> settleOrphans(SqlConnection tx, Instant now) {
        return tx.query(ORPHANS).execute().compose(rows -> {
            List<DeliveryState> states = new ArrayList<>();
            Future<?> chain = Future.succeededFuture();
            for (Row row : rows) {
                chain = chain.compose(done -> settle(tx, row.getUUID("id"), now))
                        .map(states::add);
            }
            return chain.map(states);
        });
    }

    private Future<DeliveryState> settle(SqlConnection tx, UUID id, Instant now) {
        return tx.preparedQuery(LOST)
                .execute(Tuple.of(id))
                .compose(lost -> fold.settle(tx, new Settlement(id, "interrupted", now, true), now));
    }
}

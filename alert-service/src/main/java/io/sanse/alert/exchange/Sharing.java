package io.sanse.alert.exchange;

import io.sanse.alert.store.Cursor;
import io.sanse.alert.store.EventLog;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Numbers the alert log's events for the province: in the log's order, without a gap, each bound to the one before. The row of the cursor is locked meanwhile, so that
 * of several instances one is at it.
 */
final class Sharing {
    private static final int BATCH = 200;

    private final Database database;
    private final EventLog log;
    private final ExchangeStore store;
    private final ExchangeInbox inbox;
    private final String source;

    Sharing(Database database, ExchangeStore store, ExchangeInbox inbox, String source) {
        this.database = database;
        this.log = new EventLog();
        this.store = store;
        this.inbox = inbox;
        this.source = source;
    }

    /** Shares everything that is not shared yet; completes with the new CloudEvents, in order. */
    Future<List<Map<String, Object>>> shareNew() {
        List<Map<String, Object>> shared = new ArrayList<>();
        return shareBatches(shared).map(done -> shared);
    }

    private Future<Void> shareBatches(List<Map<String, Object>> shared) {
        return database.transaction(this::shareBatch).compose(batch -> {
            batch.forEach(event -> shared.add(event.json()));
            return batch.size() == BATCH ? shareBatches(shared) : Future.succeededFuture();
        });
    }

    private Future<List<SharedEvent>> shareBatch(SqlConnection transaction) {
        return store.lockCursor(transaction)
                .compose(cursor -> cursor.isPresent()
                        ? log.after(transaction, cursor.get(), BATCH).compose(events -> share(transaction, events))
                        : Future.succeededFuture(List.of()));
    }

    private Future<List<SharedEvent>> share(SqlConnection transaction, List<AlertEvent> events) {
        if (events.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        Cursor last = Cursor.parse(events.get(events.size() - 1).cursor());
        return store.head(transaction).map(head -> chain(head, events)).compose(shared -> store.append(
                        transaction, shared)
                .compose(appended -> store.moveCursor(transaction, last))
                .compose(moved -> unpark(transaction, events))
                .map(done -> shared));
    }

    private List<SharedEvent> chain(ExchangeStore.Head head, List<AlertEvent> events) {
        List<SharedEvent> shared = new ArrayList<>();
        long seq = head.seq();
        String previous = head.hash();
        for (AlertEvent event : events) {
            SharedEvent next = SharedEvent.of(event, source, ++seq, previous);
            previous = next.hash();
            shared.add(next);
        }
        return shared;
    }

    private Future<Void> unpark(SqlConnection transaction, List<AlertEvent> events) {
        Future<Void> chain = Future.succeededFuture();
        for (AlertEvent event : events) {
            if (event.type() == AlertEventType.RAISED) {
                chain = chain.compose(done -> inbox.unpark(transaction, event.alertId()));
            }
        }
        return chain;
    }
}

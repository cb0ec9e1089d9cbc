package io.sanse.alert.relay;

import io.sanse.alert.store.Cursor;
import io.sanse.alert.store.EventLog;
import io.sanse.contract.Hints;
import io.sanse.contract.Topics;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Publishes the log on {@code alert-events}: every event at least once, each alert's in their order. The cursor moves after the broker has taken what is before it; one
 * instance does it at a time. The next event of an alert waits for the broker's word on the one before, so that a failure leaves no gap.
 */
public final class EventRelay {
    private static final int BATCH = 200;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration NOT_OURS = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Database database;
    private final RecordPublisher publisher;
    private final RelayLock lock;
    private final EventLog log = new EventLog();
    private final RelayCursor cursors = new RelayCursor();
    private String hinted = "";

    public EventRelay(Vertx vertx, Database database, RecordPublisher publisher) {
        this.vertx = vertx;
        this.database = database;
        this.publisher = publisher;
        this.lock = new RelayLock(database.pool());
    }

    /** Publishes what there is, up to a batch. Completes with the time until the next look; fails when the broker does not take it. */
    public Future<Duration> turn() {
        return lock.take().compose(ours -> ours ? relay() : Future.succeededFuture(NOT_OURS));
    }

    private Future<Duration> relay() {
        return cursors.load(database.pool()).compose(cursor -> log.after(database.pool(), cursor, BATCH)
                .compose(events -> events.isEmpty() ? Future.succeededFuture(IDLE) : relay(cursor, events)));
    }

    private Future<Duration> relay(Cursor from, List<AlertEvent> events) {
        String last = events.get(events.size() - 1).cursor();
        hint(last);
        return publish(events)
                .compose(published -> cursors.move(database.pool(), from, Cursor.parse(last)))
                .compose(moved -> moved ? Future.succeededFuture() : lock.release())
                .map(Duration.ZERO);
    }

    /** People who look at the screen need not wait for Kafka. */
    private void hint(String last) {
        if (!last.equals(hinted)) {
            vertx.eventBus().publish(Hints.ALERT_EVENTS, null);
            hinted = last;
        }
    }

    private Future<Void> publish(List<AlertEvent> events) {
        Map<UUID, Future<Void>> chains = new LinkedHashMap<>();
        for (AlertEvent event : events) {
            Future<Void> before = chains.getOrDefault(event.alertId(), Future.succeededFuture());
            chains.put(event.alertId(), before.compose(done -> publish(event)));
        }
        return Future.all(List.copyOf(chains.values())).mapEmpty();
    }

    private Future<Void> publish(AlertEvent event) {
        return publisher.publish(Topics.ALERT_EVENTS.name(), event.alertId().toString(), Json.bytes(event));
    }

    /** Lets another instance go on. */
    public Future<Void> stop() {
        return lock.release();
    }
}

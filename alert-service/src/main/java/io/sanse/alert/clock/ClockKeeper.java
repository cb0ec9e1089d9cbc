package io.sanse.alert.clock;

import io.sanse.alert.store.ClockStore;
import io.sanse.alert.store.Registrar;
import io.sanse.alert.store.Worlds;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets clocks that have run out take effect, each alert in a transaction of its own. Any number of instances may do so at once: whoever has the row does it. */
public final class ClockKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
    private static final int BATCH = 64;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration WHEN_BUSY = Duration.ofMillis(50);

    private final Database database;
    private final Registrar registrar;
    private final Worlds worlds;
    private final ClockStore clocks = new ClockStore();

    public ClockKeeper(Database database, Registrar registrar, Worlds worlds) {
        this.database = database;
        this.registrar = registrar;
        this.worlds = worlds;
    }

    /** One look. Completes with the time until the next clock runs out, at most a second, for other instances start clocks too. */
    public Future<Duration> turn() {
        Instant now = worlds.now();
        return clocks.due(database.pool(), now, BATCH).compose(due -> due.isEmpty() ? untilNext(now) : tick(due));
    }

    private Future<Duration> untilNext(Instant now) {
        return clocks.next(database.pool())
                .map(next -> next.map(at -> Duration.between(now, at)).orElse(LONGEST))
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private Future<Duration> tick(List<UUID> due) {
        Future<Boolean> chain = Future.succeededFuture(true);
        for (UUID alertId : due) {
            chain = chain.compose(all -> tick(alertId).map(looked -> all && looked));
        }
        return chain.map(all -> all ? Duration.ZERO : WHEN_BUSY);
    }

    /** An alert that cannot be dealt with must not hold up the clocks of the others. */
    private Future<Boolean> tick(UUID alertId) {
        return database.transaction(transaction -> registrar.tick(transaction, alertId))
                .onFailure(failure -> LOG.error("the clocks of alert {} cannot be looked after now", alertId, failure))
                .otherwise(false);
    }
}

package io.sanse.alert.clock;

import io.sanse.alert.store.Outages;
import io.sanse.alert.store.Worlds;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;

/** Writes down that this service is alive, so that after a silence of three beats everybody knows for how long it was not. */
public final class Heartbeat {
    private static final int BEATS_TO_OUTAGE = 3;

    private final Database database;
    private final Worlds worlds;
    private final Duration interval;
    private final Outages outages = new Outages();

    /** @param interval between two beats */
    public Heartbeat(Database database, Worlds worlds, Duration interval) {
        this.database = database;
        this.worlds = worlds;
        this.interval = interval;
    }

    /** One beat. Completes with the time until the next. */
    public Future<Duration> turn() {
        return database.transaction(
                        transaction -> outages.alive(transaction, worlds.now(), interval.multipliedBy(BEATS_TO_OUTAGE)))
                .map(interval);
    }
}

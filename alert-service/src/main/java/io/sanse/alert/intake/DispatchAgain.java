package io.sanse.alert.intake;

import io.sanse.alert.domain.Input;
import io.sanse.alert.store.AlertStore;
import io.sanse.alert.store.Registrar;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.UUID;

/** Looks after alerts that could not be dispatched because nobody competent was known: when the registry has changed, and now and then. */
public final class DispatchAgain {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int BATCH = 200;

    private final Database database;
    private final Registrar registrar;
    private final AlertStore alerts = new AlertStore();

    public DispatchAgain(Database database, Registrar registrar) {
        this.database = database;
        this.registrar = registrar;
    }

    /** One look. Completes with the time until the next. */
    public Future<Duration> turn() {
        return alerts.undispatched(database.pool(), BATCH).compose(waiting -> {
            Future<Void> chain = Future.succeededFuture();
            for (UUID alertId : waiting) {
                chain = chain.compose(done -> dispatch(alertId));
            }
            return chain.map(PAUSE);
        });
    }

    private Future<Void> dispatch(UUID alertId) {
        return database.transaction(transaction -> registrar.apply(transaction, alertId, new Input.DispatchAgain()))
                .mapEmpty();
    }
}

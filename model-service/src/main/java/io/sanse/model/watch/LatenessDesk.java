package io.sanse.model.watch;

import io.sanse.contract.Nights;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.LatenessList;
import io.sanse.contract.service.LatenessQuery;
import io.sanse.model.watch.Lateness.Bucket;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Turns;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds what this node has counted to what all have, and answers for all. A node that is killed takes at most what it counted since its last turn with it. */
public final class LatenessDesk {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_DAYS = 31;

    private final Database database;
    private final Lateness lateness;
    private final InstantSource clock;
    private final LatenessStore store = new LatenessStore();
    private volatile NavigableMap<Bucket, Long> kept = new TreeMap<>();

    private LatenessDesk(ServiceContext context, Database database, Lateness lateness) {
        this.database = database;
        this.lateness = lateness;
        this.clock = context.clock();
    }

    /** Registers its stop. */
    public static LatenessDesk open(ServiceContext context, Database database, Lateness lateness) {
        LatenessDesk desk = new LatenessDesk(context, database, lateness);
        Turns turns = new Turns(context.vertx(), "lateness", () -> desk.keep().map(PAUSE));
        context.lifecycle().onStop("lateness", () -> turns.stop().compose(stopped -> desk.keep()));
        turns.wake();
        return desk;
    }

    private Future<Void> keep() {
        NavigableMap<Bucket, Long> counted = lateness.counts();
        NavigableMap<Bucket, Long> fresh = new TreeMap<>();
        counted.forEach((bucket, count) -> {
            long more = count - kept.getOrDefault(bucket, 0L);
            if (more > 0) {
                fresh.put(bucket, more);
            }
        });
        if (fresh.isEmpty()) {
            return Future.succeededFuture();
        }
        LocalDate today = today();
        return database.transaction(connection -> store.add(connection, today, fresh)
                        .compose(added -> store.forgetBefore(connection, today.minusDays(MOST_DAYS))))
                .onSuccess(done -> kept = counted);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Nights.ZONE);
    }

    /** Of all nodes. Fails with FORBIDDEN or REJECTED. */
    public Future<LatenessList> lateness(LatenessQuery query) {
        if (!Watchers.may(query.caller())) {
            return Future.failedFuture(ServiceError.FORBIDDEN.exception("Your role may not do this"));
        }
        if (query.days() < 1 || query.days() > MOST_DAYS) {
            return Future.failedFuture(ServiceError.REJECTED.exception("days must be 1 to " + MOST_DAYS));
        }
        return database.ask(client -> store.total(client, today().minusDays(query.days() - 1L)));
    }
}

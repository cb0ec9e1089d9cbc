package io.sanse.model.trace.job;

import io.sanse.model.trace.job.TraceBackStore.Claimed;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs queued trace-backs, as many at a time as the settings allow. A job is leased: when the process that runs it ends, its lease runs out within 30 s and another takes it
 * up from the beginning; the second time it fails. Each step asks whether the job is still wanted, so that a cancelled one stops.
 */
final class TraceBackRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TraceBackRunner.class);
    private static final Duration LOOKING = Duration.ofMillis(250);
    private static final Duration LEASING = Duration.ofSeconds(10);
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final int ATTEMPTS = 2;

    private final TraceBackParts parts;
    private final TraceBackSettings settings;
    private final Database database;
    private final InstantSource clock;
    private final TraceBackStore store = new TraceBackStore();
    private int running;

    TraceBackRunner(ServiceContext context, Database database, TraceBackParts parts, TraceBackSettings settings) {
        this.parts = parts;
        this.settings = settings;
        this.database = database;
        this.clock = context.clock();
    }

    /** Runs jobs as long as the service runs. */
    void start(ServiceContext context) {
        long looking = context.vertx().setPeriodic(LOOKING.toMillis(), tick -> look());
        long cleaning = context.vertx().setPeriodic(0, CLEANING.toMillis(), tick -> forget());
        context.lifecycle().onStop("trace-backs", () -> {
            context.vertx().cancelTimer(looking);
            context.vertx().cancelTimer(cleaning);
            return Future.succeededFuture();
        });
    }

    private synchronized boolean begin() {
        boolean free = running < settings.concurrent();
        running += free ? 1 : 0;
        return free;
    }

    private synchronized void end() {
        running--;
    }

    private void look() {
        if (begin()) {
            database.transaction(store::claim)
                    .compose(job -> job == null ? Future.succeededFuture() : run(job))
                    .onFailure(failure -> LOG.warn("trace-backs wait: {}", failure.toString()))
                    .onComplete(ended -> end());
        }
    }

    private Future<Void> run(Claimed job) {
        if (job.attempt() > ATTEMPTS) {
            return database.transaction(connection ->
                    store.failed(connection, job, "the processes that ran it ended before it did", clock.instant()));
        }
        long lease = parts.vertx().setPeriodic(LEASING.toMillis(), tick -> progress(job, 0)
                .onFailure(failure -> LOG.debug("trace-back {} is not kept: {}", job.id(), failure.toString())));
        TracePlan plan = TracePlan.of(job.question(), parts.parameters(), settings.mostVehicles());
        return new TraceBackRun(parts, plan, share -> progress(job, share))
                .run()
                .compose(result ->
                        database.transaction(connection -> store.done(connection, job, result, clock.instant())))
                .recover(failure -> failed(job, failure))
                .onComplete(ended -> parts.vertx().cancelTimer(lease));
    }

    private Future<Void> progress(Claimed job, double share) {
        return database.transaction(connection -> store.progress(connection, job, share))
                .compose(ours -> ours
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Rejected("cancelled", "it is wanted no longer")));
    }

    private Future<Void> failed(Claimed job, Throwable failure) {
        if (failure instanceof Unavailable) {
            // the lease runs out and it is tried again
            return Future.failedFuture(failure);
        }
        boolean told = failure instanceof Rejected;
        if (!told) {
            LOG.error("trace-back {} failed", job.id(), failure);
        }
        String problem = told ? failure.getMessage() : "the platform has a defect; its log tells more";
        return database.transaction(connection -> store.failed(connection, job, problem, clock.instant()));
    }

    private void forget() {
        database.transaction(connection ->
                        store.forgetBefore(connection, clock.instant().minus(settings.keep())))
                .onSuccess(forgotten -> LOG.debug("forgot {} trace-backs", forgotten))
                .onFailure(failure -> LOG.warn("trace-backs are forgotten later: {}", failure.toString()));
    }
}

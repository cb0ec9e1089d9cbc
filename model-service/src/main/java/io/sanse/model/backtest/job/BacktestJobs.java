package io.sanse.model.backtest.job;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.sanse.model.backtest.Plan;
import io.sanse.model.detect.ModelSet;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders, runs them on threads of their own and keeps what came of them. */
public final class BacktestJobs implements BacktestService {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestJobs.class);
    private static final Answers ANSWERS = new Answers("backtests");
    private static final long BEAT_MS = 1_000;
    private static final int MAX_PAGE = 200;

    private final ServiceContext context;
    private final Database database;
    private final Supplier<ModelSet> live;
    private final BacktestSettings settings;
    private final KafkaSettings kafka;
    private final WorkerExecutor threads;
    private final JobStore store = new JobStore();
    private final Map<BacktestRun, Future<Void>> running = new ConcurrentHashMap<>();

    /**
     * Registers its stop: what runs then ends with its node.
     *
     * @param live the models that judge now
     */
    public BacktestJobs(ServiceContext context, Database database, Supplier<ModelSet> live) {
        this.context = context;
        this.database = database;
        this.live = live;
        this.settings = BacktestSettings.from(context.settings());
        this.kafka = KafkaSettings.from(context.settings());
        // a job that waits for the broker may take a little longer than its limit
        this.threads = context.vertx()
                .createSharedWorkerExecutor(
                        "backtest",
                        Math.max(1, settings.concurrent()),
                        settings.timeLimit().plusMinutes(5).toMillis(),
                        TimeUnit.MILLISECONDS);
        context.lifecycle().onStop("backtests", this::stop);
    }

    private Future<Void> stop() {
        running.keySet().forEach(BacktestRun::stop);
        return Future.join(List.copyOf(running.values())).transform(ended -> threads.close());
    }

    @Override
    public Future<BacktestJob> begin(BacktestOrder order) {
        return Future.succeededFuture()
                .compose(start -> {
                    require(order.caller());
                    OrderCheck.period(order, settings, now());
                    return context.vertx().executeBlocking(() -> OrderCheck.plan(order, live.get()), false);
                })
                .compose(plan -> begin(order, plan))
                .recover(ANSWERS::told);
    }

    private Future<BacktestJob> begin(BacktestOrder order, Plan plan) {
        return database.transaction(transaction -> store.lock(transaction)
                        .compose(locked -> store.forgetOrderedBefore(transaction, now().minus(settings.kept())))
                        .compose(locked -> store.find(transaction, order.id(), now()))
                        .compose(known -> known == null
                                ? store.running(transaction, now())
                                        .compose(this::requireRoom)
                                        .compose(room -> store.insert(
                                                transaction,
                                                new JobStore.Begun(order, plan.versions(), plan.against()),
                                                now()))
                                        .map(true)
                                : Future.succeededFuture(false)))
                .onSuccess(fresh -> {
                    if (fresh) {
                        run(new BacktestRun(order, plan, settings, context.clock()));
                    }
                })
                .compose(fresh -> found(new BacktestRef(order.caller(), order.id())));
    }

    private Future<Void> requireRoom(long others) {
        return others < settings.concurrent()
                ? Future.succeededFuture()
                : Future.failedFuture(
                        ServiceError.CONFLICT.exception("as many backtests run as may at a time: " + others));
    }

    private void run(BacktestRun run) {
        UUID id = run.order().id();
        long timer = context.vertx().setPeriodic(BEAT_MS, tick -> beat(run));
        Future<Void> ended = threads.executeBlocking(() -> run.play(kafka), false)
                .onComplete(done -> context.vertx().cancelTimer(timer))
                .compose(end -> store.end(database.pool(), id, end, now()))
                .onFailure(failure -> LOG.error("the end of the backtest {} is not kept", id, failure));
        running.put(run, ended);
        ended.onComplete(done -> running.remove(run));
    }

    private void beat(BacktestRun run) {
        store.beat(database.pool(), run.order().id(), run.progress(), now())
                .onSuccess(unwanted -> {
                    if (unwanted) {
                        run.cancel();
                    }
                })
                .onFailure(failure -> LOG.warn("the progress of a backtest is told later: {}", failure.toString()));
    }

    @Override
    public Future<BacktestJob> job(BacktestRef ref) {
        return Future.succeededFuture()
                .compose(start -> {
                    require(ref.caller());
                    return found(ref);
                })
                .recover(ANSWERS::told);
    }

    @Override
    public Future<BacktestPage> jobs(BacktestQuery query) {
        return Future.succeededFuture()
                .compose(start -> {
                    require(query.caller());
                    return page(query);
                })
                .recover(ANSWERS::told);
    }

    private Future<BacktestPage> page(BacktestQuery query) {
        if (query.limit() < 1 || query.limit() > MAX_PAGE) {
            throw ServiceError.REJECTED.exception("limit must be 1 to " + MAX_PAGE);
        }
        String owner = query.caller().has(Role.ADMIN) ? null : query.caller().user();
        try {
            return database.ask(client -> store.page(client, query, owner, now()));
        } catch (IllegalArgumentException unreadable) {
            throw ServiceError.REJECTED.exception(unreadable.getMessage());
        }
    }

    @Override
    public Future<BacktestJob> cancel(BacktestRef ref) {
        return job(ref).compose(known -> database.transaction(connection -> store.cancel(connection, ref.id())))
                .compose(asked -> job(ref))
                .recover(ANSWERS::told);
    }

    private Future<BacktestJob> found(BacktestRef ref) {
        return database.transaction(connection -> store.find(connection, ref.id(), now()))
                .compose(job -> job != null && maySee(ref.caller(), job)
                        ? Future.succeededFuture(job)
                        : Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such backtest")));
    }

    private static boolean maySee(Caller caller, BacktestJob job) {
        return caller.has(Role.ADMIN) || caller.user().equals(job.orderedBy());
    }

    private static void require(Caller caller) {
        if (!caller.has(Role.OPERATOR) && !caller.has(Role.ADMIN)) {
            throw ServiceError.FORBIDDEN.exception("Your role may not do this");
        }
    }

    private Instant now() {
        return context.clock().instant();
    }
}

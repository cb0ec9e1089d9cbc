package io.sanse.model.release;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Backtests that are kept no longer, but for those that a test says something of. */
public final class GoneBacktests implements BacktestService {
    private final Map<UUID, Future<BacktestJob>> answers = new ConcurrentHashMap<>();

    private Throwable refused;
    private Supplier<Future<BacktestJob>> known;

    public void say(UUID job, Future<BacktestJob> answer) {
        answers.put(job, answer);
    }

    /** From now on orders are refused, and questions answered so. */
    public void refuse(Throwable refusal, Supplier<Future<BacktestJob>> job) {
        refused = refusal;
        known = job;
    }

    @Override
    public Future<BacktestJob> begin(BacktestOrder order) {
        return refused != null ? Future.failedFuture(refused) : job(new BacktestRef(order.caller(), order.id()));
    }

    @Override
    public Future<BacktestJob> job(BacktestRef ref) {
        return known != null
                ? known.get()
                : answers.getOrDefault(
                        ref.id(), Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such backtest")));
    }

    @Override
    public Future<BacktestPage> jobs(BacktestQuery query) {
        return Future.succeededFuture(new BacktestPage(List.of(), null));
    }

    @Override
    public Future<BacktestJob> cancel(BacktestRef ref) {
        return job(ref);
    }
}

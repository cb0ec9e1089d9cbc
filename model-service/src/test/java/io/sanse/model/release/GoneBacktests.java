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

/** Backtests that are kept no longer, but for those that a test says something of. */
final class GoneBacktests implements BacktestService {
    private final Map<UUID, Future<BacktestJob>> answers = new ConcurrentHashMap<>();

    void say(UUID job, Future<BacktestJob> answer) {
        answers.put(job, answer);
    }

    @Override
    public Future<BacktestJob> begin(BacktestOrder order) {
        return job(new BacktestRef(order.caller(), order.id()));
    }

    @Override
    public Future<BacktestJob> job(BacktestRef ref) {
        return answers.getOrDefault(
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

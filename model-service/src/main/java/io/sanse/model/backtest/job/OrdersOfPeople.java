package io.sanse.model.backtest.job;

import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** What callers may order: no texts of models that read what is registered of persons. The gates of published versions go past it, straight to the jobs. */
public final class OrdersOfPeople implements BacktestService {
    private final Vertx vertx;
    private final BacktestService jobs;

    public OrdersOfPeople(Vertx vertx, BacktestService jobs) {
        this.vertx = vertx;
        this.jobs = jobs;
    }

    @Override
    public Future<BacktestJob> begin(BacktestOrder order) {
        return vertx.executeBlocking(
                        () -> {
                            OrderCheck.texts(order);
                            return order;
                        },
                        false)
                .compose(jobs::begin);
    }

    @Override
    public Future<BacktestJob> job(BacktestRef ref) {
        return jobs.job(ref);
    }

    @Override
    public Future<BacktestPage> jobs(BacktestQuery query) {
        return jobs.jobs(query);
    }

    @Override
    public Future<BacktestJob> cancel(BacktestRef ref) {
        return jobs.cancel(ref);
    }
}

package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Backtests: models over what was received before, as jobs; answered by model-service. Seen by who ordered them and by admins. */
@ProxyGen
public interface BacktestService {
    String ADDRESS = "sanse.backtest";

    /**
     * Begins a backtest and completes at once; an order with an id that is known completes with that job as it is. Fails with FORBIDDEN (role), REJECTED (period, models;
     * detail {@code problems}: a list of {@code model}, {@code line}, {@code column}, {@code what}) or CONFLICT (as many run as may).
     */
    Future<BacktestJob> begin(BacktestOrder order);

    /** The job as it is now. Fails with NOT_FOUND. */
    Future<BacktestJob> job(BacktestRef ref);

    /** Jobs that were ordered, newest first, without their results. Fails with FORBIDDEN (role) or REJECTED (cursor, limit). */
    Future<BacktestPage> jobs(BacktestQuery query);

    /** Asks a job to end, which it does within some seconds; one that has ended stays as it is. Fails with NOT_FOUND. */
    Future<BacktestJob> cancel(BacktestRef ref);
}

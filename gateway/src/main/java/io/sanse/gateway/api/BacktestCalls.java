package io.sanse.gateway.api;

import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Backtests of models. */
public final class BacktestCalls {
    private record Body(
            List<String> models,
            List<String> ids,
            List<String> against,
            Instant from,
            Instant until,
            Integer warmUpHours) {}

    private final BacktestService backtests;

    public BacktestCalls(BacktestService backtests) {
        this.backtests = backtests;
    }

    /** {@code POST /api/v1/backtests}. */
    public Future<Reply> begin(Call call) {
        Body body = call.body(Body.class);
        BacktestOrder order = new BacktestOrder(
                call.caller(),
                call.parameters().uuid("Idempotency-Key"),
                body.models(),
                body.ids(),
                body.against(),
                body.from(),
                body.until(),
                body.warmUpHours());
        return backtests.begin(order).map(job -> Reply.accepted(job, "/api/v1/backtests/" + job.id()));
    }

    /** {@code GET /api/v1/backtests}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        int limit = Math.min(AlertCalls.MAX_PAGE, parameters.integer("limit"));
        return backtests
                .jobs(new BacktestQuery(call.caller(), parameters.text("model"), parameters.text("after"), limit))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/backtests/{id}}. */
    public Future<Reply> job(Call call) {
        return backtests.job(ref(call)).map(Reply::ok);
    }

    /** {@code DELETE /api/v1/backtests/{id}}. */
    public Future<Reply> cancel(Call call) {
        return backtests.cancel(ref(call)).map(Reply::ok);
    }

    private static BacktestRef ref(Call call) {
        return new BacktestRef(call.caller(), call.parameters().uuid("id"));
    }
}

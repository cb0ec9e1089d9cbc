package io.sanse.gateway;

import io.sanse.contract.Level;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestResult.DetectionCount;
import io.sanse.contract.service.BacktestResult.DifferenceExample;
import io.sanse.contract.service.BacktestResult.Played;
import io.sanse.contract.service.BacktestResult.VersionDifference;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.BacktestState;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Answers of model-service about backtests. */
final class FakeBacktests implements BacktestService {
    /** A text that is no model. */
    static final String WRONG = "id: [";

    @Override
    public Future<BacktestJob> begin(BacktestOrder order) {
        if (order.texts().contains(WRONG)) {
            JsonObject problem = new JsonObject()
                    .put("model", "models/0")
                    .put("line", 1)
                    .put("column", 6)
                    .put("what", "is no YAML");
            return Future.failedFuture(ServiceError.REJECTED.exception(
                    "models/0:1:6: is no YAML", new JsonObject().put("problems", new JsonArray().add(problem))));
        }
        return Future.succeededFuture(job(order.id(), BacktestState.RUNNING, null));
    }

    @Override
    public Future<BacktestJob> job(BacktestRef ref) {
        return Future.succeededFuture(job(ref.id(), BacktestState.DONE, result()));
    }

    @Override
    public Future<BacktestPage> jobs(BacktestQuery query) {
        return Future.succeededFuture(
                new BacktestPage(List.of(job(UUID.randomUUID(), BacktestState.RUNNING, null)), "17"));
    }

    @Override
    public Future<BacktestJob> cancel(BacktestRef ref) {
        return Future.succeededFuture(job(ref.id(), BacktestState.CANCELLED, null));
    }

    private static BacktestJob job(UUID id, BacktestState state, BacktestResult result) {
        return new BacktestJob(
                id,
                state,
                result == null ? 0.5 : 1,
                "operator",
                Samples.NIGHT,
                result == null ? null : Samples.NIGHT,
                Samples.NIGHT,
                Samples.NIGHT.plusSeconds(3_600),
                List.of(new PlayedVersion("vehicle-suspicious-stop", 2)),
                List.of(new PlayedVersion("vehicle-suspicious-stop", 1)),
                null,
                result);
    }

    private static BacktestResult result() {
        String model = "vehicle-suspicious-stop";
        DifferenceExample example = new DifferenceExample(
                UUID.randomUUID(), Samples.TRUCK, Samples.NIGHT, "330784", Level.YELLOW, null, Samples.TEXT);
        return new BacktestResult(
                new Played(Samples.NIGHT, Samples.NIGHT, 17, 0.5, 0),
                List.of(new DetectionCount(model, 2, LocalDate.of(2026, 3, 12), Level.YELLOW, "330784", 3, 1)),
                List.of(new AlertLoad(model, 2, "all", 3, 3, 3, 9)),
                List.of(new VersionDifference(model, 2, 1, 2, 0, 1, 0, List.of(example))));
    }
}

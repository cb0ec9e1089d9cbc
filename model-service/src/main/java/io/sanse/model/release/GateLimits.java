package io.sanse.model.release;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The blast radius of a version.
 *
 * @param alertsPerDay most alerts a day overall
 * @param alertsPerDistrict most alerts a day in a district
 */
record GateLimits(int alertsPerDay, int alertsPerDistrict) {
    /** Name of all districts together in a backtest's result. */
    static final String OVERALL = "all";

    /** What an ended backtest says of a version. */
    GateReport judge(ModelVersion version, BacktestJob job) {
        if (job.state() != BacktestState.DONE) {
            String why = job.reason() == null ? "" : ": " + job.reason();
            return new GateReport(
                    job.id(), List.of("its backtest is " + job.state().text() + why));
        }
        List<AlertLoad> loads = job.result().loads().stream()
                .filter(load -> load.model().equals(version.model()) && load.version() == version.version())
                .toList();
        List<String> refusals = new ArrayList<>();
        loads.forEach(load -> {
            boolean overall = load.district().equals(OVERALL);
            int most = overall ? alertsPerDay : alertsPerDistrict;
            if (load.alertsPerDay() > most) {
                refusals.add(String.format(
                        Locale.ROOT,
                        "%.1f alerts a day %s, at most %d",
                        load.alertsPerDay(),
                        overall ? "overall" : "in " + load.district(),
                        most));
            }
        });
        if (job.result().played().defects() > 0) {
            refusals.add(job.result().played().defects() + " observations could not be judged");
        }
        return new GateReport(job.id(), refusals, loads, GateDays.of(version, job));
    }

    /** What is said of a version whose backtest cannot be read any more. */
    static GateReport unreadable(ModelVersion version, Throwable failure) {
        boolean forgotten = ServiceError.of(failure) == ServiceError.NOT_FOUND;
        String why =
                forgotten ? "its backtest is kept no longer" : "its backtest cannot be judged: " + failure.getMessage();
        return new GateReport(version.gate().backtest(), List.of(why));
    }
}

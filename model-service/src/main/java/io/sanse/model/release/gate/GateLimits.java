package io.sanse.model.release.gate;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReach;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.model.release.life.VersionLife;
import io.sanse.model.release.text.VersionTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The blast radius of a version.
 *
 * @param alertsPerDay most alerts a day overall
 * @param alertsPerDistrict most alerts a day in a district
 * @param period least length of what is played
 */
public record GateLimits(int alertsPerDay, int alertsPerDistrict, Duration period) {
    /** Name of all districts together in a backtest's result. */
    public static final String OVERALL = "all";

    /**
     * What an ended backtest says of a version.
     *
     * @param scope of its text: of one that reads persons no figures are told
     */
    public GateReport judge(ModelVersion version, BacktestJob job, VersionTexts.Scope scope) {
        if (job.state() != BacktestState.DONE) {
            String why = job.reason() == null ? "" : ": " + job.reason();
            return new GateReport(
                    job.id(), List.of("its backtest is " + job.state().text() + why));
        }
        List<AlertLoad> loads = job.result().loads().stream()
                .filter(load -> load.model().equals(version.model()) && load.version() == version.version())
                .toList();
        if (!isAbout(version, job)
                || loads.stream().noneMatch(load -> load.district().equals(OVERALL))) {
            return new GateReport(job.id(), List.of("its backtest is not about this version and this period"));
        }
        List<String> refusals = new ArrayList<>();
        loads.stream()
                .filter(load -> load.alertsPerDay() > most(load))
                .forEach(load -> refusals.add(tooMany(load, scope)));
        if (job.result().played().defects() > 0) {
            refusals.add(job.result().played().defects() + " observations could not be judged");
        }
        return new GateReport(job.id(), refusals, loads, reach(job, scope), GateDays.of(version, job));
    }

    private boolean isAbout(ModelVersion version, BacktestJob job) {
        return job.orderedBy().equals(VersionLife.PLATFORM.user())
                && job.versions().equals(List.of(new PlayedVersion(version.model(), version.version())))
                && Duration.between(job.from(), job.until()).compareTo(period) >= 0;
    }

    private int most(AlertLoad load) {
        return load.district().equals(OVERALL) ? alertsPerDay : alertsPerDistrict;
    }

    private String tooMany(AlertLoad load, VersionTexts.Scope scope) {
        String count = scope.readsPersons() ? "more" : String.format(Locale.ROOT, "%.1f", load.alertsPerDay());
        String where = load.district().equals(OVERALL) ? "overall" : "in " + load.district();
        return count + " alerts a day " + where + ", at most " + most(load);
    }

    /** Half of the stretch must have been judged with all that the version looks back on, and nothing of it in silence. */
    private static GateReach reach(BacktestJob job, VersionTexts.Scope scope) {
        Instant first = job.result().played().first();
        Instant recorded = first == null ? job.from() : first;
        Instant from = recorded.isAfter(job.from()) ? recorded : job.from();
        Instant middle = from.plus(Duration.between(from, job.until()).dividedBy(2));
        boolean partial = recorded.plus(scope.looksBack()).isAfter(middle)
                || scope.silences().stream()
                        .anyMatch(silence -> silence.from().isBefore(job.until())
                                && silence.until().isAfter(from));
        return new GateReach(recorded, from, job.until(), scope.looksBack().toSeconds(), partial);
    }

    /** What is said of a version whose backtest cannot be read any more. */
    public static GateReport unreadable(ModelVersion version, Throwable failure) {
        boolean forgotten = ServiceError.of(failure) == ServiceError.NOT_FOUND;
        String why =
                forgotten ? "its backtest is kept no longer" : "its backtest cannot be judged: " + failure.getMessage();
        return new GateReport(version.gate().backtest(), List.of(why));
    }
}

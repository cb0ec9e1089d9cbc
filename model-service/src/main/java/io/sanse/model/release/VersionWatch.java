package io.sanse.model.release;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestRef;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.BacktestState;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReach;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.forecast.Forecast;
import io.sanse.model.release.gate.GateLimits;
import io.sanse.model.release.life.VersionLife;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the steps that nobody orders: a gate whose backtest has ended, a version that leaves its forecast. */
final class VersionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(VersionWatch.class);
    private static final Duration GATES_EVERY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final VersionTexts texts;
    private final Database database;
    private final InstantSource clock;
    private final BacktestService backtests;
    private final ReleaseSettings settings;
    private final GateLimits limits;
    private final Publisher publisher;
    private final VersionStore store = new VersionStore();
    private final FiringStore firings = new FiringStore();

    VersionWatch(ReleaseParts parts, Publisher publisher) {
        this.database = parts.database();
        this.clock = parts.clock();
        this.backtests = parts.backtests();
        this.settings = parts.settings();
        this.vertx = parts.vertx();
        this.texts = parts.texts();
        this.limits = new GateLimits(settings.alertsPerDay(), settings.alertsPerDistrict(), settings.period());
        this.publisher = publisher;
    }

    /** Looks at the gates that stand open; completes with the pause before the next look. */
    Future<Duration> gates() {
        return store.at(database.pool(), VersionStage.GATING)
                .compose(all -> each(all, this::gate))
                .map(GATES_EVERY);
    }

    /** A gate whose backtest can never be read again is ended; one whose backtest cannot be read now is looked at once more. */
    private Future<Void> gate(ModelVersion version) {
        return backtests
                .job(new BacktestRef(VersionLife.PLATFORM, version.gate().backtest()))
                .compose(job -> job.state() == BacktestState.RUNNING
                        ? Future.succeededFuture()
                        : vertx.executeBlocking(() -> limits.judge(version, job, texts.scope(version)), false))
                .recover(failure -> isPassing(failure)
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(GateLimits.unreadable(version, failure)))
                .compose(report -> report == null
                        ? Future.succeededFuture()
                        : changed(version, (connection, all) -> ended(connection, version, report)));
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof Unavailable || ServiceError.of(failure) == ServiceError.UNAVAILABLE;
    }

    private Future<Void> ended(SqlConnection connection, ModelVersion version, GateReport report) {
        String why = report.refusals().isEmpty() ? passed(report.reach()) : String.join("; ", report.refusals());
        VersionStep by =
                new VersionStep(report.backtest(), clock.instant(), VersionLife.PLATFORM.user(), null, null, why);
        return store.put(connection, List.of(VersionLife.gated(version, report, by)));
    }

    private static String passed(GateReach reach) {
        return reach == null || !reach.partial()
                ? "its backtest has ended"
                : "its backtest has ended; it looks back " + Duration.ofSeconds(reach.looksBackS())
                        + ", and what is kept begins at " + reach.recordedFrom() + ": the forecast is partial";
    }

    /** Holds what fires against the forecasts; completes with the pause before the next look. */
    Future<Duration> forecasts() {
        return store.at(database.pool(), VersionStage.CANARY, VersionStage.LIVE)
                .compose(all -> each(all, this::forecast))
                .map(settings.watchEvery());
    }

    /** A version that nothing can read is told elsewhere: what judges in its place is not held against its forecast. */
    private Future<Void> forecast(ModelVersion version) {
        Instant now = clock.instant();
        if (version.effectiveAt().isAfter(now)) {
            return Future.succeededFuture();
        }
        Forecast forecast = Forecast.of(version, settings.forecast(), texts.keepsSilent(version));
        return firings.hours(database.pool(), version, Forecast.needed(now))
                .compose(fired -> forecast.isLeft(fired, now) && texts.unreadable(version) == null
                        ? changed(
                                version,
                                (connection, all) -> rollBack(connection, version, all, forecast.reason(fired, now)))
                        : Future.succeededFuture());
    }

    private Future<Void> rollBack(
            SqlConnection connection, ModelVersion version, List<ModelVersion> all, String outside) {
        VersionStep back = step(VersionAction.ROLL_BACK, outside + ": rolled back");
        return publisher
                .rollBack(connection, version, all, back)
                .onSuccess(done -> LOG.warn("{} version {}: {}", version.model(), version.version(), back.reason()))
                .<Void>mapEmpty()
                .recover(refused -> ServiceError.of(refused) == ServiceError.CONFLICT
                        ? ask(connection, version, outside)
                        : Future.failedFuture(refused));
    }

    private Future<Void> ask(SqlConnection connection, ModelVersion version, String outside) {
        if (version.asked() != null) {
            return Future.succeededFuture();
        }
        LOG.warn(
                "{} version {}: {}; nothing would judge in its place, its retirement is asked for",
                version.model(),
                version.version(),
                outside);
        VersionStep by = step(VersionAction.RETIRE, outside);
        return store.put(connection, List.of(VersionLife.asked(version, by)));
    }

    private VersionStep step(VersionAction action, String reason) {
        return new VersionStep(UUID.randomUUID(), clock.instant(), VersionLife.PLATFORM.user(), action, null, reason);
    }

    /** Under the model's lock, and only if nobody else has taken a step meanwhile. */
    private Future<Void> changed(ModelVersion seen, BiFunction<SqlConnection, List<ModelVersion>, Future<Void>> step) {
        return database.transaction(connection -> store.lock(connection, seen.model())
                        .compose(locked -> store.all(connection, seen.model()))
                        .compose(all -> {
                            ModelVersion now = VersionDesk.find(all, seen.version());
                            return now.revision() == seen.revision()
                                    ? step.apply(connection, all)
                                    : Future.succeededFuture();
                        }))
                .onSuccess(done -> publisher.wake());
    }

    /** One after the other; one that fails keeps none of the others, and its turn comes again at the next look. */
    private static Future<Void> each(List<ModelVersion> versions, Function<ModelVersion, Future<Void>> step) {
        Future<Void> chain = Future.succeededFuture();
        for (ModelVersion version : versions) {
            chain = chain.compose(before -> step.apply(version)).recover(failure -> {
                LOG.warn(
                        "{} version {} is looked at again: {}", version.model(), version.version(), failure.toString());
                return Future.succeededFuture();
            });
        }
        return chain;
    }
}

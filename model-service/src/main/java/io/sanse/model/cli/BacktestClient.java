package io.sanse.model.cli;

import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.model.backtest.Plan;
import io.sanse.model.file.ModelFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Orders a backtest of a running platform and waits for its end. */
final class BacktestClient {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PERCENT = 100;

    private record Order(List<String> models, List<String> against, Instant from, Instant until, Integer warmUpHours) {}

    private final BacktestOptions options;
    private final PlatformClient platform;
    private final Consumer<String> progress;
    private final Executor later;

    /**
     * @param token bearer token, or null when there is none
     * @param progress told how far it is
     * @param later runs what is asked again, after a pause
     */
    BacktestClient(BacktestOptions options, String token, Consumer<String> progress, Executor later) {
        this.options = options;
        this.platform = new PlatformClient(options.url(), token);
        this.progress = progress;
        this.later = later;
    }

    /** One that asks each second. */
    static BacktestClient patient(BacktestOptions options, String token, Consumer<String> progress) {
        return new BacktestClient(
                options, token, progress, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * @throws ModelFileException when the platform refuses a model
     * @throws IllegalArgumentException when it refuses the order, does not answer, or the job does not come to its end
     */
    BacktestResult result(List<Plan.Source> versions, List<Plan.Source> against) {
        UUID id = UUID.randomUUID();
        Order order = new Order(
                versions.stream().map(Plan.Source::yaml).toList(),
                against.stream().map(Plan.Source::yaml).toList(),
                options.period().from(),
                options.period().until(),
                options.warmUpHours());
        Map<String, String> files = new HashMap<>();
        name(files, "models", versions);
        name(files, "against", against);
        BacktestJob job = platform.post("/api/v1/backtests", id, order, BacktestJob.class, files);
        while (job.state() == BacktestState.RUNNING) {
            progress.accept("%d %% played".formatted(Math.round(job.progress() * PERCENT)));
            job = askedLater(id);
        }
        if (job.state() != BacktestState.DONE) {
            throw new IllegalArgumentException(
                    "the backtest is " + job.state().text() + (job.reason() == null ? "" : ": " + job.reason()));
        }
        return job.result();
    }

    /** The platform numbers the texts: {@code models/0}, {@code against/0}. */
    private static void name(Map<String, String> files, String list, List<Plan.Source> sources) {
        for (int i = 0; i < sources.size(); i++) {
            files.put(list + "/" + i, sources.get(i).file());
        }
    }

    private BacktestJob askedLater(UUID id) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> platform.get("/api/v1/backtests/" + id, BacktestJob.class), later)
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalArgumentException(failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("stopped", stopped);
        }
    }
}

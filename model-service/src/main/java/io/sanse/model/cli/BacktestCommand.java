package io.sanse.model.cli;

import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.BacktestResult;
import io.sanse.model.backtest.Backtest;
import io.sanse.model.backtest.Contender;
import io.sanse.model.backtest.MessageForecast;
import io.sanse.model.backtest.Period;
import io.sanse.model.backtest.Plan;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.Report;
import io.sanse.model.backtest.file.FileHistory;
import io.sanse.model.backtest.file.JsonLines;
import io.sanse.model.file.TextFile;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code backtest} and {@code diff}: over a file of observations here, or on a running platform. */
final class BacktestCommand {
    private static final String LIVE = "live";

    private final Consumer<String> out;
    private final Consumer<String> complaints;

    BacktestCommand(Consumer<String> out, Consumer<String> complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    /**
     * @return exit code of a backtest that went to its end
     * @throws IllegalArgumentException when the words are not understood
     */
    int backtest(List<String> words) {
        BacktestOptions options = BacktestOptions.parse(words);
        new BacktestPage(out).backtest(result(options, options.files(), List.of()));
        return 0;
    }

    /**
     * {@code FILE [OTHER|live]}.
     *
     * @return exit code of a comparison that went to its end
     * @throws IllegalArgumentException when the words are not understood
     */
    int diff(List<String> words) {
        BacktestOptions options = BacktestOptions.parse(words);
        List<String> files = options.files();
        if (files.isEmpty() || files.size() > 2) {
            throw new IllegalArgumentException("diff compares FILE with OTHER or live");
        }
        boolean withLive = files.size() == 1 || files.get(1).equals(LIVE);
        new BacktestPage(out).diff(result(options, files.subList(0, 1), withLive ? List.of() : files.subList(1, 2)));
        return 0;
    }

    private BacktestResult result(BacktestOptions options, List<String> versions, List<String> against) {
        List<Plan.Source> tried = sources(versions);
        List<Plan.Source> other = sources(against);
        return options.observations() == null
                ? BacktestClient.patient(options, System.getenv(PlatformClient.TOKEN), complaints)
                        .result(tried, other)
                : offline(options, Plan.of(Library.load(), tried, other, List.of()));
    }

    private static List<Plan.Source> sources(List<String> files) {
        return files.stream()
                .map(file -> new Plan.Source(file, TextFile.read(file)))
                .toList();
    }

    private static BacktestResult offline(BacktestOptions options, Plan plan) {
        FileHistory history = new FileHistory(JsonLines.read(options.observations(), Observation.class));
        RegistryCourse registry = RegistryCourse.constant(
                options.registry() == null ? List.of() : JsonLines.read(options.registry(), RegistryEntry.class));
        Period period = options.period() == null ? history.period() : options.period();
        if (period == null) {
            throw new IllegalArgumentException(options.observations() + " holds no observation");
        }
        Map<UUID, Detection> lastWords = new LinkedHashMap<>();
        Contender tried = new Contender(plan.tried(), period, word -> lastWords.put(word.id(), word));
        Contender other = plan.other() == plan.tried() ? tried : new Contender(plan.other(), period);
        Backtest backtest =
                new Backtest(registry, Stream.of(tried, other).distinct().toList(), () -> false);
        long began = System.nanoTime();
        history.play(backtest);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (options.detections() != null) {
            JsonLines.write(options.detections(), lastWords.values());
        }
        Report.Scope scope = new Report.Scope(plan.reported(), period, MessageForecast.DEFAULT, division -> true);
        return new Report(scope, tried, other).of(backtest, took);
    }
}

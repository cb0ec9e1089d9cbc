package io.sanse.bench.durable;

import io.sanse.bench.Machine;
import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/**
 * Prints what it costs to be exactly once, from a producer through Kafka and the models to committed detections, on one machine: Sanse with all its models and with
 * five, Flink with the same five behind the same topics. Answers are compared first; an engine whose answers differ gets no figure.
 */
public final class Durable {
    /** Of every engine's JVM. */
    static final List<String> ENGINE_OPTIONS = List.of("-Xmx4g", "-XX:+UseTransparentHugePages");

    private static final int VEHICLES = 100_000;
    private static final int MOST_VEHICLES = 1_000_000;
    private static final int REGISTERED = 20_000;
    private static final int HISTORY_VEHICLES = 20_000;
    private static final int HISTORY_HOURS = 12;
    private static final int SHOWN = 5;

    private final Path folder;
    private final int vehicles;
    private final int historyVehicles;

    private Durable(Path folder, int vehicles, int historyVehicles) {
        this.folder = folder;
        this.vehicles = vehicles;
        this.historyVehicles = historyVehicles;
    }

    /** Arguments: vehicles at live density (1,000 to 1,000,000, default 100,000), vehicles of the history (1,000 to 20,000, which is the default). */
    public static void main(String[] arguments) throws Exception {
        int vehicles = arguments.length > 0 ? number(arguments[0], MOST_VEHICLES) : VEHICLES;
        int history = arguments.length > 1 ? number(arguments[1], HISTORY_VEHICLES) : HISTORY_VEHICLES;
        Path folder = Files.createTempDirectory("sanse-durable");
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        System.setProperty("sanse.log", folder.toString());
        say("machine: " + Machine.describe() + ", load average " + Machine.load());
        say("logs: " + folder);
        int code = 1;
        try {
            code = new Durable(folder, vehicles, history).run() ? 0 : 1;
        } catch (Exception failure) {
            LoggerFactory.getLogger(Durable.class).error("cannot go on", failure);
            System.err.println("bench durable: cannot go on: " + failure + "; see the logs");
        }
        System.exit(code);
    }

    private static int number(String text, int most) {
        if (!text.matches("[1-9][0-9]{3,6}") || Integer.parseInt(text) > most) {
            System.err.println("bench durable: '" + text + "' is not a number from 1000 to " + most);
            System.exit(2);
        }
        return Integer.parseInt(text);
    }

    /** @return whether all answers were as they should be */
    private boolean run() throws Exception {
        Set<Engine> equal = new LinkedHashSet<>(List.of(SanseEngine.ALL_MODELS, SanseEngine.FIVE_MODELS));
        FlinkEngine flink = new FlinkEngine(System.getProperty("sanse.bench.flink"));
        boolean same = replay(flink);
        if (same) {
            equal.add(flink);
        }
        return live(equal) && same;
    }

    /** @return whether all have found the same */
    private boolean replay(FlinkEngine flink) throws Exception {
        City city = new City(historyVehicles);
        ReplayRun run = new ReplayRun(city, HISTORY_HOURS);
        say("replay: %d h of %,d vehicles, %,d observations".formatted(HISTORY_HOURS, historyVehicles, run.events()));
        ReplayFigures five = replay(run, SanseEngine.FIVE_MODELS, city);
        ReplayFigures other = replay(run, flink, city);
        ReplayFigures all = replay(run, SanseEngine.ALL_MODELS, city);
        boolean whole = isSame(five, all);
        boolean same = isSame(five, other);
        say(ReplayFigures.header());
        if (whole) {
            say(all.row());
        }
        say(five.row());
        if (same) {
            say(other.row());
        }
        return whole && same;
    }

    private ReplayFigures replay(ReplayRun run, Engine engine, City city) throws Exception {
        try (Broker broker = Broker.start(Files.createDirectory(folder.resolve("replay-" + engine.name())), city)) {
            ReplayFigures figures = run.measure(engine, broker);
            say(figures.summary());
            return figures;
        }
    }

    private boolean live(Set<Engine> engines) throws Exception {
        say("live: %,d vehicles, each reports every 30 s of event time".formatted(vehicles));
        City city = new City(Math.min(vehicles, REGISTERED));
        List<LiveFigures> all = new ArrayList<>();
        for (Engine engine : engines) {
            try (Broker broker = Broker.start(Files.createDirectory(folder.resolve("live-" + engine.name())), city)) {
                LiveFigures figures = LiveRun.measure(engine, broker, vehicles);
                say(figures.summary());
                all.add(figures);
            }
        }
        say(LiveFigures.header());
        all.forEach(figures -> say(figures.row()));
        all.forEach(figures -> say("%s: a commit a second meets each vehicle %.1f times"
                .formatted(figures.engine(), figures.throughput().perSecond() / vehicles)));
        say("load average " + Machine.load());
        return all.stream().allMatch(figures -> figures.recovery().exact());
    }

    /** Whether both have found the same by the rules that both have; tells the difference when there is one. */
    private static boolean isSame(ReplayFigures expected, ReplayFigures found) {
        Set<Answer> missed = new TreeSet<>(expected.answers());
        missed.removeAll(found.answers());
        Set<Answer> extra = new TreeSet<>(found.answers());
        extra.removeIf(answer -> !Rules.MODELS.contains(answer.model()));
        extra.removeAll(expected.answers());
        if (missed.isEmpty() && extra.isEmpty()) {
            return true;
        }
        say("%s gets no figure, its answers differ: of %,d it misses %,d %s and has %,d more %s"
                .formatted(
                        found.engine(),
                        expected.answers().size(),
                        missed.size(),
                        missed.stream().limit(SHOWN).toList(),
                        extra.size(),
                        extra.stream().limit(SHOWN).toList()));
        return false;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

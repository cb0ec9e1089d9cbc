package io.sanse.bench.peers;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.Machine;
import io.sanse.bench.stream.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays one stream to Sanse's detection core and to its peers, each in a fresh JVM, and prints what each event cost; a peer whose answers are not Sanse's, or which takes
 * too long, gets no figure.
 * Then prints what Sanse's cost depends on.
 */
public final class Peers {
    private static final int MOST_VEHICLES = 20_000;
    private static final int LEAST_HOURS = 4;
    private static final int MOST_HOURS = 36;
    private static final String REFERENCE = "sanse";
    private static final List<String> PEERS = List.of("esper", "siddhi", "flink", "flink-cep", "jet");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final String RECOVERY = """
            after a kill -9: Sanse and Flink come back with what they had committed (bench durable measures how long that takes); Esper, Siddhi and Jet \
            as they run here have nothing to come back with (docs/performance.md)""";
    private static final int SHOWN = 5;

    private final Path folder;
    private final int vehicles;
    private final int hours;

    private Peers(Path folder, int vehicles, int hours) {
        this.folder = folder;
        this.vehicles = vehicles;
        this.hours = hours;
    }

    /** Arguments: hours of event time (4 to 36, which is the default), vehicles (up to 20,000, which is the default). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int hours = arguments.length > 0 ? number(arguments[0], LEAST_HOURS, MOST_HOURS) : MOST_HOURS;
        int vehicles = arguments.length > 1 ? number(arguments[1], 1, MOST_VEHICLES) : MOST_VEHICLES;
        say("machine: " + Machine.describe() + ", load average " + Machine.load());
        boolean equal = new Peers(Files.createTempDirectory("sanse-peers"), vehicles, hours).run();
        System.exit(equal ? 0 : 1);
    }

    private static int number(String text, int least, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            System.err.println("bench peers: '" + text + "' is not a number from " + least + " to " + most);
            System.exit(2);
        }
        return Integer.parseInt(text);
    }

    /** @return whether all have answered, and the same */
    private boolean run() throws IOException, InterruptedException {
        say("stream: %d h, %,d vehicles; logs: %s".formatted(hours, vehicles, folder));
        Outcome sanse = play(REFERENCE)
                .orElseThrow(() -> new IllegalStateException(REFERENCE + " takes longer than " + PATIENCE));
        say("%,d events, %,d answers"
                .formatted(sanse.cost().events(), sanse.answers().size()));
        say(Outcome.header());
        say(sanse.row(REFERENCE, sanse, vehicles));
        boolean allEqual = true;
        for (String peer : PEERS) {
            Optional<Outcome> outcome = play(peer);
            allEqual &= outcome.filter(sanse::agrees).isPresent();
            say(outcome.map(one -> row(peer, one, sanse)).orElseGet(() -> tooSlow(peer)));
        }
        say(RECOVERY);
        curve();
        return allEqual;
    }

    private void curve() throws IOException, InterruptedException {
        String[] arguments = {String.valueOf(Math.max(1, vehicles / 4)), String.valueOf(hours)};
        try (ChildJvm child = child(CostCurve.class, "curve", arguments)) {
            child.await();
        }
        Files.readAllLines(folder.resolve("curve.log")).stream()
                .filter(line -> line.startsWith(CostCurve.PREFIX))
                .map(line -> line.substring(CostCurve.PREFIX.length()))
                .forEach(Peers::say);
    }

    /** What an engine finds, or nothing when that takes too long. */
    private Optional<Outcome> play(String engine) throws IOException, InterruptedException {
        Path file = folder.resolve(engine + ".answers");
        String[] arguments = {engine, String.valueOf(vehicles), String.valueOf(hours), file.toString()};
        try (ChildJvm child = child(PeerRun.class, engine, arguments)) {
            return child.await(PATIENCE) ? Optional.of(Outcome.read(file)) : Optional.empty();
        }
    }

    private ChildJvm child(Class<?> main, String name, String... arguments) throws IOException {
        ChildJvm.Launch launch = new ChildJvm.Launch(
                main,
                "",
                List.of("-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-Xms8g", "-Xmx8g"),
                Map.of(),
                Arrays.asList(arguments));
        return ChildJvm.start(launch, folder.resolve(name + ".log"));
    }

    private String row(String peer, Outcome outcome, Outcome sanse) {
        return sanse.agrees(outcome)
                ? outcome.row(peer, sanse, vehicles)
                : different(peer, sanse.answers(), outcome.answers());
    }

    private static String tooSlow(String peer) {
        return "| %s | – | – | – | stopped after %d min |".formatted(peer, PATIENCE.toMinutes());
    }

    private static String different(String peer, Set<Answer> expected, Set<Answer> found) {
        Set<Answer> missed = new TreeSet<>(expected);
        missed.removeAll(found);
        Set<Answer> extra = new TreeSet<>(found);
        extra.removeAll(expected);
        return "| %s | – | – | – | answers differ: %,d missed %s, %,d more %s |"
                .formatted(peer, missed.size(), some(missed), extra.size(), some(extra));
    }

    private static List<Answer> some(Set<Answer> answers) {
        return answers.stream().limit(SHOWN).toList();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

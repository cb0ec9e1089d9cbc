package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What an engine found and what that cost. */
record Outcome(Cost cost, Set<Answer> answers) {
    /** @param inputNanos CPU time of making the input */
    Outcome with(long inputNanos, long heapBytes) {
        return new Outcome(new Cost(cost.events(), cost.cpuNanos(), inputNanos, heapBytes), answers);
    }

    /** Whether both have found the same. */
    boolean agrees(Outcome other) {
        return answers.equals(other.answers);
    }

    /** The names of what is in a {@link #row}. */
    static String header() {
        return """
                | engine | CPU an event, µs (making it) | events/s a core | CPU beside Sanse's | heap a vehicle |
                |---|---|---|---|---|""";
    }

    /** A row of a table. */
    String row(String engine, Outcome reference, int vehicles) {
        return "| %s | %.2f (%.2f) | %,.0f | %.2f | %,d B |"
                .formatted(
                        engine,
                        cost.micros(),
                        cost.inputMicros(),
                        cost.perCore(),
                        cost.micros() / reference.cost().micros(),
                        cost.heapBytes() / vehicles);
    }

    /** A line of figures, then a line for each answer. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(LongStream.of(cost.events(), cost.cpuNanos(), cost.inputNanos(), cost.heapBytes())
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" ")));
        answers.forEach(answer -> lines.add(answer.toString()));
        Files.write(file, lines);
    }

    static Outcome read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        long[] figures = Arrays.stream(lines.get(0).split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        Set<Answer> answers = new TreeSet<>();
        lines.subList(1, lines.size()).forEach(line -> answers.add(Answer.parse(line)));
        return new Outcome(new Cost(figures[0], figures[1], figures[2], figures[3]), answers);
    }
}

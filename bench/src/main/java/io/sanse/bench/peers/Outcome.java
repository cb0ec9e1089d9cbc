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
    Outcome withInput(long nanos) {
        return new Outcome(cost.withInput(nanos), answers);
    }

    /** For people. */
    String row(int vehicles) {
        return "%,d events, %,d answers; %.2f µs of CPU an event (and %.2f for making it), %,.0f events/s a core; %.1f s; %s"
                .formatted(
                        cost.events(),
                        answers.size(),
                        cost.micros(),
                        cost.inputMicros(),
                        cost.perCore(),
                        cost.wallNanos() / 1e9,
                        cost.heapBytes() > 0
                                ? "%,d bytes of heap a vehicle".formatted(cost.heapBytes() / vehicles)
                                : "heap not known");
    }

    /** A line of figures, then a line for each answer. */
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(LongStream.of(cost.events(), cost.cpuNanos(), cost.inputNanos(), cost.wallNanos(), cost.heapBytes())
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
        return new Outcome(new Cost(figures[0], figures[1], figures[2], figures[3], figures[4]), answers);
    }
}

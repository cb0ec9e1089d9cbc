package io.sanse.bench.durable;

import io.sanse.bench.durable.LiveFigures.Throughput;
import io.sanse.bench.stream.Answer;
import java.util.Set;

/**
 * What an engine does with history.
 *
 * @param engine for people
 * @param throughput of the history's second half, its first having warmed up
 * @param answers all that it found
 * @param doubled records that said what an earlier one had said
 */
record ReplayFigures(String engine, Throughput throughput, Set<Answer> answers, int doubled) {
    /** For those who wait. */
    String summary() {
        return "%s: %,.0f observations/s".formatted(engine, throughput.perSecond());
    }

    /** A row of a table. */
    String row() {
        return "| %s | %,.0f | %.1f | %.1f | %.1f | %,d, %d doubled |"
                .formatted(
                        engine,
                        throughput.perSecond(),
                        throughput.micros().get(Processes.ENGINE),
                        throughput.micros().get(Processes.BROKER),
                        throughput.micros().get(Processes.LOAD),
                        answers.size(),
                        doubled);
    }

    /** The rows' names. */
    static String header() {
        return """
                | engine | observations/s, commit 1 s | CPU each, µs: engine | broker | load | answers |
                |---|---|---|---|---|---|""";
    }
}

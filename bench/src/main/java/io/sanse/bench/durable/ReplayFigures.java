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
        return "| %s | %s | %,d, %d doubled |".formatted(engine, throughput.cells(), answers.size(), doubled);
    }

    /** The rows' names. */
    static String header() {
        return """
                | engine | %s | answers |
                |---|---|---|---|---|---|""".formatted(Throughput.CELLS);
    }
}

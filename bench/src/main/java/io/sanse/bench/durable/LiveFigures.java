package io.sanse.bench.durable;

import java.util.Map;

/**
 * What an engine does at live density.
 *
 * @param engine for people
 * @param throughput flat out with a commit a second
 * @param eager flat out with the service's own commits
 * @param state what is kept
 * @param latency at a tenth of the throughput
 * @param recovery after the kill
 */
record LiveFigures(
        String engine, Throughput throughput, Throughput eager, State state, Latency latency, Recovery recovery) {
    /**
     * How much goes through.
     *
     * @param perSecond observations from producing to committed detections
     * @param micros CPU of an observation by process, µs
     */
    record Throughput(double perSecond, Map<String, Double> micros) {
        /** The names of {@link #cells}. */
        static final String CELLS = "observations/s, commit 1 s | CPU each, µs: engine | broker | load";

        /** Four cells of a table's row. */
        String cells() {
            return "%,.0f | %.1f | %.1f | %.1f"
                    .formatted(
                            perSecond,
                            micros.get(Processes.ENGINE),
                            micros.get(Processes.BROKER),
                            micros.get(Processes.LOAD));
        }
    }

    /**
     * What is kept of all vehicles.
     *
     * @param vehicles how many there are
     * @param keptBytes for a restart
     * @param heapBytes on the engine's heap, beyond what lay there before the first report
     */
    record State(int vehicles, long keptBytes, long heapBytes) {}

    /**
     * From the sending of an observation until its detection is read committed.
     *
     * @param p50 ms
     * @param p99 ms
     * @param samples how many
     */
    record Latency(long p50, long p99, long samples) {}

    /**
     * What a kill under load does.
     *
     * @param firstMillis from the kill to the first detection that rests on something sent after it, ms
     * @param expected detections of the whole run
     * @param missing of them
     * @param doubled records that said what an earlier one had said
     */
    record Recovery(long firstMillis, int expected, int missing, int doubled) {
        boolean exact() {
            return missing == 0 && doubled == 0;
        }
    }

    /** For those who wait. */
    String summary() {
        return "%s: %,.0f observations/s".formatted(engine, throughput.perSecond());
    }

    /** A row of a table. */
    String row() {
        return "| %s | %s | %,.0f | %,d / %,d ms | %,d B / %,d B | %.1f s | %,d of %,d, %d doubled |"
                .formatted(
                        engine,
                        throughput.cells(),
                        eager.perSecond(),
                        latency.p50(),
                        latency.p99(),
                        state.keptBytes() / state.vehicles(),
                        state.heapBytes() / state.vehicles(),
                        recovery.firstMillis() / 1e3,
                        recovery.expected() - recovery.missing(),
                        recovery.expected(),
                        recovery.doubled());
    }

    /** The rows' names. */
    static String header() {
        return """
                | engine | %s | observations/s, commit 100 ms | p50 / p99 at a tenth, commit 100 ms \
                | kept / heap a vehicle | kill −9 → first new detection | found |
                |---|---|---|---|---|---|---|---|---|---|""".formatted(Throughput.CELLS);
    }
}

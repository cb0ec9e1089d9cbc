package io.sanse.bench.peers;

/**
 * What a round cost.
 *
 * @param events that were played
 * @param cpuNanos of the whole process
 * @param inputNanos of it, for making the input
 * @param heapBytes of the state at the end
 */
record Cost(long events, long cpuNanos, long inputNanos, long heapBytes) {
    /** CPU µs of the engine itself per event. */
    double micros() {
        return (cpuNanos - inputNanos) / 1e3 / events;
    }

    double inputMicros() {
        return inputNanos / 1e3 / events;
    }

    /** Events a second that one core, wholly given to the engine, takes. */
    double perCore() {
        return 1e6 / micros();
    }
}

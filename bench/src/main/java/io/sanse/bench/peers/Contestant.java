package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import java.util.Set;

/** An engine with the five rules, new and empty. */
interface Contestant extends AutoCloseable {
    /** Plays everything. When it returns, all is found; the state is still there. */
    void play() throws Exception;

    Set<Answer> answers();

    /** Weighs the state that {@link #play} has left. */
    default void weigh(Heap heap) {
        heap.weigh();
    }

    /** Only makes what {@link #play} would give to the engine: what that costs is not the engine's. */
    void playInputOnly();

    @Override
    void close() throws Exception;
}

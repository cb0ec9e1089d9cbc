package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import java.util.Set;

/** An engine with the five rules, new and empty. */
interface Contestant extends AutoCloseable {
    /** Plays everything and tells the scales when to weigh. When it returns, all is found. */
    void play(Scales scales) throws Exception;

    Set<Answer> answers();

    /** Only makes what {@link #play} would give to the engine: what that costs is not the engine's. */
    void playInputOnly();

    @Override
    void close() throws Exception;
}

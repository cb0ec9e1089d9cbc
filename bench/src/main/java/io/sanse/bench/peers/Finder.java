package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;

/** Is told what a rule has found. */
public interface Finder {
    /** @param moment at which it was so, ms since the epoch */
    void found(Answer answer, long moment);
}

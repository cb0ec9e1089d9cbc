package io.sanse.bench.peers;

/** Is told what a rule has found. */
interface Finder {
    /** @param moment at which it was so, ms since the epoch */
    void found(Answer answer, long moment);
}

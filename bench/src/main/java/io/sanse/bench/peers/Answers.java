package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import java.util.Set;
import java.util.TreeSet;

/** Collects what an engine finds; moments that lie so late that not every engine's clock has come there do not count. */
public final class Answers {
    private final long until;
    private final Set<Answer> all = new TreeSet<>();

    /** @param until ms since the epoch */
    public Answers(long until) {
        this.until = until;
    }

    /** @param moment at which it was so, ms since the epoch */
    public synchronized void add(Answer answer, long moment) {
        if (moment <= until) {
            all.add(answer);
        }
    }

    public synchronized Set<Answer> all() {
        return new TreeSet<>(all);
    }
}

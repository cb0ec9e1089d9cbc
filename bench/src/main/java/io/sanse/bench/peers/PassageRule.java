package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Rules;

/** Restricted passage of one truck, by hand. Its fields are public because that is how Flink writes them cheaply. */
public final class PassageRule {
    public long first;
    public long last = Long.MIN_VALUE;
    public boolean told;

    /** A truck is seen at a closed gate. */
    public void on(Event event, Finder finder) {
        if (last == Long.MIN_VALUE || event.at - last > Rules.TRIP_MS) {
            first = event.at;
            told = false;
        }
        last = event.at;
        if (event.night && !told) {
            finder.found(new Answer(Answer.PASSAGE, event.key, first), event.at);
            told = true;
        }
    }
}

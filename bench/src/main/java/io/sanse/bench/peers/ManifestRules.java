package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Rules;

/**
 * Overdue transport and weight gap of one manifest, by hand, for engines that ask for code. Events come sorted. Its fields are public because that is how
 * Flink writes them cheaply.
 */
public final class ManifestRules {
    public long pickedUp = Long.MAX_VALUE;
    public double sent;
    public boolean settled;

    public void on(Event event, Finder finder) {
        advance(event.key, event.at, finder);
        if (event.step == Event.PICKED_UP) {
            pickedUp = event.at;
            sent = event.value;
        } else {
            settled = true;
            if (Rules.isWeightGap(sent, event.value)) {
                finder.found(new Answer(Answer.WEIGHT_GAP, event.key, pickedUp), event.at);
            }
        }
    }

    /** The clock has come to a time: the transport may have become too long. */
    public void advance(String number, long now, Finder finder) {
        if (now >= overdueAt()) {
            finder.found(new Answer(Answer.OVERDUE, number, pickedUp), overdueAt());
            settled = true;
        }
    }

    /** When to ask again though nothing comes, ms; {@link Long#MAX_VALUE} for never. */
    public long overdueAt() {
        return settled || pickedUp == Long.MAX_VALUE ? Long.MAX_VALUE : pickedUp + Rules.OVERDUE_MS + 1;
    }
}

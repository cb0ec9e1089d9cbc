package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.Event;
import io.sanse.bench.stream.Rules;
import io.sanse.bench.stream.Sort;

/**
 * Over-stay, restricted passage and silence of one vehicle, by hand, for engines that ask for code. Events come sorted. Its fields are public because that is how
 * Flink writes them cheaply.
 */
public final class VehicleRules {
    public String zone = "";
    public long enter;
    public boolean stayTold;
    public long lastAt = Long.MIN_VALUE;
    public boolean silenceTold;
    public int open;
    public PassageRule passage = new PassageRule();

    public void on(Event event, Finder finder) {
        advance(event.key, event.at, finder);
        if (event.is(Sort.POSITION)) {
            position(event, finder);
        } else if (event.is(Sort.PAPER)) {
            open += event.step == Event.PICKED_UP ? 1 : -1;
        } else if (event.closed && event.truck) {
            passage.on(event, finder);
        }
    }

    /** The clock has come to a time: a silence may have become long enough. */
    public void advance(String plate, long now, Finder finder) {
        if (now >= silenceAt()) {
            finder.found(new Answer(Answer.SILENT, plate, lastAt), silenceAt());
            silenceTold = true;
        }
    }

    /** When to ask again though nothing comes, ms; {@link Long#MAX_VALUE} for never. */
    public long silenceAt() {
        return open == 0 || silenceTold || lastAt == Long.MIN_VALUE ? Long.MAX_VALUE : lastAt + Rules.SILENCE_MS + 1;
    }

    private void position(Event event, Finder finder) {
        lastAt = event.at;
        silenceTold = false;
        if (!event.zone.equals(zone)) {
            zone = event.zone;
            enter = event.at;
            stayTold = false;
        } else if (event.allowed > 0 && !stayTold && event.at - enter > event.allowed) {
            finder.found(new Answer(Answer.OVER_STAY, event.key, enter), enter + event.allowed + 1);
            stayTold = true;
        }
    }
}

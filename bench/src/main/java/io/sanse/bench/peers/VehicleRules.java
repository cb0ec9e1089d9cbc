package io.sanse.bench.peers;

/** Over-stay, restricted passage and silence of one vehicle, by hand, for engines that ask for code. Events come sorted. */
public final class VehicleRules {
    private String zone = "";
    private long enter;
    private boolean stayTold;
    private long lastAt = Long.MIN_VALUE;
    private boolean silenceTold;
    private int open;
    private long firstPass;
    private long lastPass = Long.MIN_VALUE;
    private boolean passageTold;

    void on(Event event, Finder finder) {
        advance(event.key, event.at, finder);
        if (event.is(Sort.POSITION)) {
            position(event, finder);
        } else if (event.is(Sort.PAPER)) {
            open += event.step == Trip.PICKED_UP ? 1 : -1;
        } else if (event.closed && event.truck) {
            pass(event, finder);
        }
    }

    /** The clock has come to a time: a silence may have become long enough. */
    void advance(String plate, long now, Finder finder) {
        if (now >= silenceAt()) {
            finder.found(new Answer(Answer.SILENT, plate, lastAt), silenceAt());
            silenceTold = true;
        }
    }

    /** When to ask again though nothing comes, ms; {@link Long#MAX_VALUE} for never. */
    long silenceAt() {
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

    private void pass(Event event, Finder finder) {
        if (lastPass == Long.MIN_VALUE || event.at - lastPass > Rules.TRIP_MS) {
            firstPass = event.at;
            passageTold = false;
        }
        lastPass = event.at;
        if (event.night && !passageTold) {
            finder.found(new Answer(Answer.PASSAGE, event.key, firstPass), event.at);
            passageTold = true;
        }
    }
}

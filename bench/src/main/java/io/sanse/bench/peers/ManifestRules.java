package io.sanse.bench.peers;

/** Overdue transport and weight gap of one manifest, by hand, for engines that ask for code. Events come sorted. */
public final class ManifestRules {
    private long pickedUp = Long.MAX_VALUE;
    private double sent;
    private boolean settled;

    void on(Event event, Finder finder) {
        advance(event.key, event.at, finder);
        if (event.step == Trip.PICKED_UP) {
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
    void advance(String number, long now, Finder finder) {
        if (now >= overdueAt()) {
            finder.found(new Answer(Answer.OVERDUE, number, pickedUp), overdueAt());
            settled = true;
        }
    }

    /** When to ask again though nothing comes, ms; {@link Long#MAX_VALUE} for never. */
    long overdueAt() {
        return settled || pickedUp == Long.MAX_VALUE ? Long.MAX_VALUE : pickedUp + Rules.OVERDUE_MS + 1;
    }
}

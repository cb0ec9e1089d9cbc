package io.sanse.model.detect.track;

import java.util.List;

/**
 * A confirmed stay in a zone (停留), as far as it is known.
 *
 * @param zone zone code
 * @param first first report inside
 * @param last last report inside
 * @param dwellMs time seen inside: stretches without a report for longer than the gap do not count, ms
 * @param crossings lengths that it has passed, shortest first
 * @param after the report that showed that the vehicle was gone, or null while it stays
 */
public record Visit(String zone, Fix first, Fix last, long dwellMs, List<Crossing> crossings, Fix after) {
    public Visit {
        crossings = List.copyOf(crossings);
    }

    public boolean closed() {
        return after != null;
    }

    /** When it was seen that the vehicle was gone, or 0 while it stays, ms. */
    public long closedAt() {
        return after == null ? 0 : after.at();
    }

    public long enter() {
        return first.at();
    }

    /** The last time it was seen inside. */
    public long leave() {
        return last.at();
    }
}

package io.sanse.model.detect.time;

import java.util.ArrayList;
import java.util.List;

/**
 * The clock of one feed, a function of the progress that it has published. It has two hands. <em>Progress</em> is the newest time that the feed has reported: it
 * stands still while the feed is down, and silences are measured on it, outages not counted. <em>Running</em> goes on with the platform's clock from where
 * the feed was most up to date: deadlines are measured on it, so that they pass with or without traffic.
 *
 * @param progress newest time reported, ms
 * @param receivedAt when the platform got that, ms
 * @param offset largest (reported − received) seen, never above 0, ms
 * @param outages the last ones, oldest first, at most {@link #MAX_OUTAGES}
 */
public record FeedClock(long progress, long receivedAt, long offset, List<Outage> outages) {
    public static final int MAX_OUTAGES = 128;

    public FeedClock {
        outages = List.copyOf(outages);
    }

    /** The clock of a feed that has just spoken for the first time. */
    public static FeedClock first(long reported, long receivedAt) {
        return new FeedClock(reported, receivedAt, Math.min(0, reported - receivedAt), List.of());
    }

    /** The clock after a further word of the feed; the same object when that says nothing new. */
    public FeedClock advance(long reported, long received, OutageRule rule) {
        if (reported <= progress) {
            return this;
        }
        long newOffset = Math.min(0, Math.max(offset, reported - received));
        if (!isOutage(reported, received, rule)) {
            return new FeedClock(reported, received, newOffset, outages);
        }
        List<Outage> more =
                new ArrayList<>(outages.subList(Math.max(0, outages.size() - MAX_OUTAGES + 1), outages.size()));
        more.add(new Outage(progress, reported, received));
        return new FeedClock(reported, received, newOffset, more);
    }

    /**
     * A long step is an outage when nothing was received meanwhile, or when it follows so shortly on a return that it belongs to the same; a feed that tells
     * what it had stored is still behind itself and not up yet.
     */
    private boolean isOutage(long reported, long received, OutageRule rule) {
        boolean behind = offset - (reported - received) > rule.eventMs();
        boolean longStep = reported - progress > rule.eventMs();
        boolean nothingReceived = received - receivedAt >= rule.receiptMs();
        boolean justReturned =
                !outages.isEmpty() && received - outages.get(outages.size() - 1).returnedAt() <= rule.receiptMs();
        return behind || longStep && (nothingReceived || justReturned);
    }

    /** The running hand when the platform's clock shows {@code now}, ms. */
    public long running(long now) {
        return now + offset;
    }

    /** Time between two instants in which the feed was up, ms; what the feed has not reported yet does not count. */
    public long upTime(long from, long until) {
        long end = Math.min(until, progress);
        long down = 0;
        for (Outage outage : outages) {
            down += Math.max(0, Math.min(outage.until(), end) - Math.max(outage.from(), from));
        }
        return Math.max(0, end - from - down);
    }

    /** The instant at which the feed has been up for {@code duration} since {@code from}, by the outages known so far, ms. */
    public long after(long from, long duration) {
        long at = from + duration;
        for (Outage outage : outages) {
            if (outage.until() > from && outage.from() < at) {
                at += outage.until() - Math.max(outage.from(), from);
            }
        }
        return at;
    }
}

package io.sanse.model.detect.time;

import java.util.ArrayList;
import java.util.List;

/**
 * The clock of one feed, a function of the stretches that it has reported, in whatever order they came. It has two hands. <em>Progress</em> is the newest time
 * reported: it stands still while the feed is down, and silences are measured on it, outages not counted. <em>Running</em> goes on from where the feed was most up to
 * date, as long as the platform listens: deadlines are measured on it, so that they pass with or without traffic.
 *
 * @param earliest oldest time reported, ms
 * @param progress newest time reported, ms
 * @param lead the stretch whose end was most up to date when it came
 * @param outages times longer than allowed for which nothing was reported, oldest first, the last {@link #MAX_OUTAGES}
 */
public record FeedClock(long earliest, long progress, Stretch lead, List<Outage> outages) {
    public static final int MAX_OUTAGES = 128;

    public FeedClock {
        outages = List.copyOf(outages);
    }

    /** The clock of a feed that has just spoken for the first time. */
    public static FeedClock first(Stretch stretch) {
        return new FeedClock(stretch.since(), stretch.until(), stretch, List.of());
    }

    /**
     * The clock after a further stretch; the same object when that says nothing new.
     *
     * @param longest time without a report that is no outage, ms
     * @param intake clock of ingest-service, or null when that is not known
     */
    public FeedClock with(Stretch stretch, long longest, FeedClock intake) {
        Stretch newLead = stretch.until() > running(stretch.receivedAt(), intake) ? stretch : lead;
        List<Outage> left = outages(stretch, longest);
        boolean within = stretch.since() >= earliest && stretch.until() <= progress;
        return within && newLead == lead && left.equals(outages)
                ? this
                : new FeedClock(
                        Math.min(earliest, stretch.since()), Math.max(progress, stretch.until()), newLead, left);
    }

    private List<Outage> outages(Stretch stretch, long longest) {
        List<Outage> left = new ArrayList<>();
        addIfLong(new Outage(stretch.until(), earliest), longest, left);
        for (Outage outage : outages) {
            if (stretch.until() <= outage.from() || stretch.since() >= outage.until()) {
                left.add(outage);
            } else {
                addIfLong(new Outage(outage.from(), stretch.since()), longest, left);
                addIfLong(new Outage(stretch.until(), outage.until()), longest, left);
            }
        }
        addIfLong(new Outage(progress, stretch.since()), longest, left);
        return left.subList(Math.max(0, left.size() - MAX_OUTAGES), left.size());
    }

    private static void addIfLong(Outage outage, long longest, List<Outage> outages) {
        if (outage.until() - outage.from() > longest) {
            outages.add(outage);
        }
    }

    /**
     * The running hand.
     *
     * @param now what the platform's clock shows, ms
     * @param intake clock of ingest-service, or null when that is not known: then it listened all the time
     */
    public long running(long now, FeedClock intake) {
        long listened = intake == null ? now - lead.receivedAt() : intake.upTime(lead.receivedAt(), now);
        return lead.until() + Math.max(0, listened);
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

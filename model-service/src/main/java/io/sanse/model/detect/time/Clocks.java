package io.sanse.model.detect.time;

import io.sanse.contract.observation.Progress;
import java.util.Map;

/**
 * The clocks at one moment.
 *
 * @param feeds clock of each feed that has spoken
 * @param now the platform's clock, as far as observations have been processed, ms
 */
public record Clocks(Map<String, FeedClock> feeds, long now) {
    /** Shown before a feed has spoken: nothing is due yet. */
    public static final long NEVER = Long.MIN_VALUE;

    /** What a hand of a feed's clock shows, ms; {@link #NEVER} when the feed is not known. */
    public long show(String feed, Hand hand) {
        FeedClock clock = feeds.get(feed);
        if (clock == null) {
            return NEVER;
        }
        return switch (hand) {
            case PROGRESS -> clock.progress();
            case RUNNING -> clock.running(now, feeds.get(Progress.INTAKE));
        };
    }

    /** The clock of a feed, or null. */
    public FeedClock of(String feed) {
        return feeds.get(feed);
    }
}

package io.sanse.contract.service;

import io.sanse.contract.observation.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * How late observations reached the models, over all nodes: from when something was so to when it was received. An observation that travels under several subjects' keys counts
 * under each.
 *
 * @param from first day that counts, of Asia/Shanghai; the last is today
 * @param items by kind and feed; those of which nothing came are left out
 */
public record LatenessList(LocalDate from, List<FeedLateness> items) {
    public LatenessList {
        items = List.copyOf(items);
    }

    /**
     * Of one kind of observation and one feed.
     *
     * @param kind of observation
     * @param feed that brought them
     * @param observations number of them
     * @param buckets how many were how late, the least late first; none is empty
     */
    public record FeedLateness(Kind kind, String feed, long observations, List<LatenessBucket> buckets) {
        public FeedLateness {
            buckets = List.copyOf(buckets);
        }
    }

    /**
     * Observations that were about as late.
     *
     * @param upToS not later than so, s, and later than the next smaller end of the histogram; null: later than its last end
     * @param observations number of them
     */
    public record LatenessBucket(Long upToS, long observations) {}
}

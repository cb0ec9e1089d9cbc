package io.sanse.model.watch;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * The histogram {@code sanse_lateness_seconds{kind,feed}}: how long after it was so an observation was received. A meter of the registry would cost as much for each observation
 * as judging it. Safe for use by several threads.
 */
public final class Lateness implements Collector {
    /** The end of the last bucket: later than any other end. */
    static final long NO_END = Long.MAX_VALUE;

    private static final double MS = 1_000;

    /** Upper ends of the buckets, inclusive: 1 s, 10 s, 1 min, 5 min, 30 min, 2 h, 12 h, 1 d, 7 d. */
    private static final long[] ENDS_MS = {
        1_000, 10_000, 60_000, 300_000, 1_800_000, 7_200_000, 43_200_000, 86_400_000, 604_800_000
    };

    /**
     * A bucket of a kind and a feed.
     *
     * @param upToMs its upper end, inclusive, ms; {@link #NO_END} of the last one
     */
    record Bucket(Kind kind, String feed, long upToMs) implements Comparable<Bucket> {
        @Override
        public int compareTo(Bucket other) {
            return Comparator.comparing(Bucket::kind)
                    .thenComparing(Bucket::feed)
                    .thenComparingLong(Bucket::upToMs)
                    .compare(this, other);
        }
    }

    private static final class Series {
        private final AtomicLongArray counts = new AtomicLongArray(ENDS_MS.length + 1);
        private final LongAdder sumMs = new LongAdder();

        void add(long ms) {
            int bucket = 0;
            while (bucket < ENDS_MS.length && ms > ENDS_MS[bucket]) {
                bucket++;
            }
            counts.incrementAndGet(bucket);
            sumMs.add(ms);
        }
    }

    private final Map<Kind, Map<String, Series>> kinds = new EnumMap<>(Kind.class);

    public Lateness() {
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new ConcurrentHashMap<>());
        }
    }

    /** What a device reports of a time to come is not late. What feeds say of their progress is no observation of anything; every other copy counts. */
    public void received(List<Observation> observations) {
        for (Observation observation : observations) {
            Kind kind = observation.kind();
            if (kind != Kind.PROGRESS) {
                long late = observation.receivedAt().toEpochMilli()
                        - observation.observedAt().toEpochMilli();
                series(kind, observation.source().feed()).add(Math.max(0, late));
            }
        }
    }

    private Series series(Kind kind, String feed) {
        Map<String, Series> feeds = kinds.get(kind);
        Series known = feeds.get(feed);
        return known == null ? feeds.computeIfAbsent(feed, none -> new Series()) : known;
    }

    /** What was received since the start, in the order of buckets; none of them is empty. */
    NavigableMap<Bucket, Long> counts() {
        NavigableMap<Bucket, Long> all = new TreeMap<>();
        kinds.forEach((kind, feeds) -> feeds.forEach((feed, one) -> {
            for (int i = 0; i <= ENDS_MS.length; i++) {
                long count = one.counts.get(i);
                if (count > 0) {
                    all.put(new Bucket(kind, feed, i == ENDS_MS.length ? NO_END : ENDS_MS[i]), count);
                }
            }
        }));
        return all;
    }

    @Override
    public HistogramSnapshot collect() {
        HistogramSnapshot.Builder all = HistogramSnapshot.builder()
                .name("sanse_lateness_seconds")
                .help("from when something was so to when it was received");
        kinds.forEach((kind, feeds) ->
                feeds.forEach((feed, one) -> all.dataPoint(point(Labels.of("kind", kind.text(), "feed", feed), one))));
        return all.build();
    }

    private static HistogramDataPointSnapshot point(Labels labels, Series series) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < ENDS_MS.length; i++) {
            buckets.bucket(ENDS_MS[i] / MS, series.counts.get(i));
        }
        buckets.bucket(Double.POSITIVE_INFINITY, series.counts.get(ENDS_MS.length));
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(series.sumMs.sum() / MS)
                .build();
    }
}

package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * For which stretches of time one feed has reported that have not been told yet. What a feed had stored while it was down says nothing about whether it was up, so
 * reports that are much older than what it reports otherwise do not count.
 */
final class FeedReach {
    /** A longer time without a report ends a stretch, ms. */
    private static final long HOLE = 60_000;

    /** A report that is later than others of its feed by more was stored, ms. */
    private static final long STORED = 300_000;

    /** A feed all of whose reports were late for so long has become slower, ms. */
    private static final long SLOWER = 600_000;

    /** All times in ms. */
    private record Stretch(long since, long until, long receivedAt) {
        boolean isNear(long at) {
            return at >= since - HOLE && at <= until + HOLE;
        }

        Stretch with(long at, long received) {
            return at > until
                    ? new Stretch(since, at, received)
                    : at < since ? new Stretch(at, until, receivedAt) : this;
        }

        boolean covers(long at) {
            return at >= since && at <= until;
        }

        boolean isLong() {
            return until - since >= HOLE;
        }
    }

    private final Source source;
    private final List<Stretch> untold = new ArrayList<>();
    private Stretch told;
    private long least;
    private long upToDateAt;

    FeedReach(Source source) {
        this.source = new Source(source.feed(), source.protocol(), source.feed());
    }

    /** A device's clock that runs ahead does not take its feed into the future. */
    void reported(Instant observedAt, Instant receivedAt) {
        long received = receivedAt.toEpochMilli();
        long at = Math.min(observedAt.toEpochMilli(), received);
        boolean known = told != null && told.covers(at);
        if (isStored(received - at, received) || known) {
            return;
        }
        for (int i = 0; i < untold.size(); i++) {
            if (untold.get(i).isNear(at)) {
                untold.set(i, untold.get(i).with(at, received));
                return;
            }
        }
        untold.add(new Stretch(at, at, received));
    }

    private boolean isStored(long delay, long received) {
        if (received - upToDateAt > SLOWER || delay < least) {
            least = delay;
        }
        boolean stored = delay > least + STORED;
        upToDateAt = stored ? upToDateAt : received;
        return stored;
    }

    /** Whether so much is untold that it should not wait. */
    boolean isDue() {
        return untold.stream().anyMatch(Stretch::isLong);
    }

    /** One observation per stretch, to be told. */
    List<Observation> take() {
        List<Observation> words = untold.stream().map(this::word).toList();
        told = untold.isEmpty() ? told : untold.get(untold.size() - 1);
        untold.clear();
        return words;
    }

    private Observation word(Stretch stretch) {
        Instant since = Instant.ofEpochMilli(stretch.since());
        Instant until = Instant.ofEpochMilli(stretch.until());
        return new Observation(
                ObservationId.of(Kind.PROGRESS, source.feed(), until, since.toString()),
                source,
                Subject.feed(source.feed()),
                List.of(),
                until,
                Instant.ofEpochMilli(stretch.receivedAt()),
                null,
                new Progress(since));
    }
}

package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * For which stretches of time one feed has reported that have not been told yet. What a feed had stored while it was down says nothing about whether it was up, so
 * reports that are much older than what it reports otherwise do not count.
 */
final class FeedReach {
    /** A longer time without a report ends a stretch. */
    private static final Duration HOLE = Duration.ofMinutes(1);

    /** A report that is later than others of its feed by more was stored. */
    private static final Duration STORED = Duration.ofMinutes(5);

    /** A feed all of whose reports were late for so long has become slower. */
    private static final Duration SLOWER = Duration.ofMinutes(10);

    private record Stretch(Instant since, Instant until, Instant receivedAt) {
        boolean isNear(Instant at) {
            return !at.isBefore(since.minus(HOLE)) && !at.isAfter(until.plus(HOLE));
        }

        Stretch with(Instant at, Instant received) {
            return at.isAfter(until)
                    ? new Stretch(since, at, received)
                    : at.isBefore(since) ? new Stretch(at, until, receivedAt) : this;
        }

        boolean covers(Instant at) {
            return !at.isBefore(since) && !at.isAfter(until);
        }

        boolean isLong() {
            return Duration.between(since, until).compareTo(HOLE) >= 0;
        }
    }

    private final Source source;
    private final List<Stretch> untold = new ArrayList<>();
    private Stretch told;
    private Duration least;
    private Instant upToDateAt;

    FeedReach(Source source) {
        this.source = new Source(source.feed(), source.protocol(), source.feed());
    }

    /** A device's clock that runs ahead does not take its feed into the future. */
    void reported(Instant observedAt, Instant receivedAt) {
        Instant at = observedAt.isAfter(receivedAt) ? receivedAt : observedAt;
        boolean known = told != null && told.covers(at);
        if (isStored(Duration.between(at, receivedAt), receivedAt) || known) {
            return;
        }
        for (int i = 0; i < untold.size(); i++) {
            if (untold.get(i).isNear(at)) {
                untold.set(i, untold.get(i).with(at, receivedAt));
                return;
            }
        }
        untold.add(new Stretch(at, at, receivedAt));
    }

    private boolean isStored(Duration delay, Instant receivedAt) {
        boolean slower =
                upToDateAt != null && Duration.between(upToDateAt, receivedAt).compareTo(SLOWER) > 0;
        if (least == null || slower || delay.compareTo(least) < 0) {
            least = delay;
        }
        boolean stored = delay.compareTo(least.plus(STORED)) > 0;
        upToDateAt = stored ? upToDateAt : receivedAt;
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
        return new Observation(
                ObservationId.of(
                        Kind.PROGRESS,
                        source.feed(),
                        stretch.until(),
                        stretch.since().toString()),
                source,
                Subject.feed(source.feed()),
                List.of(),
                stretch.until(),
                stretch.receivedAt(),
                null,
                new Progress(stretch.since()));
    }
}

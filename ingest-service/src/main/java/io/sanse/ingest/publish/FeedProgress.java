package io.sanse.ingest.publish;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How far each feed has come, by what the broker has acknowledged. Used from one context only. */
final class FeedProgress {
    private final Map<String, Instant> reached = new HashMap<>();
    private final Map<String, Observation> untold = new HashMap<>();

    /** Takes note of what the broker has acknowledged. A device's clock that runs ahead does not take its feed into the future. */
    void acknowledged(Collection<Observation> observations) {
        observations.forEach(this::acknowledged);
    }

    private void acknowledged(Observation observation) {
        Instant at = observation.observedAt().isAfter(observation.receivedAt())
                ? observation.receivedAt()
                : observation.observedAt();
        String feed = observation.source().feed();
        Instant newest = reached.get(feed);
        if (newest == null || at.isAfter(newest)) {
            reached.put(feed, at);
            untold.put(feed, progress(observation.source(), at, observation.receivedAt()));
        }
    }

    private static Observation progress(Source source, Instant observedAt, Instant receivedAt) {
        return new Observation(
                ObservationId.of(Kind.PROGRESS, source.feed(), observedAt, ""),
                new Source(source.feed(), source.protocol(), source.feed()),
                Subject.feed(source.feed()),
                List.of(),
                observedAt,
                receivedAt,
                null,
                new Progress());
    }

    /** The progress of each feed that has advanced since it was last asked for. */
    List<Observation> takeAdvanced() {
        List<Observation> advanced = List.copyOf(untold.values());
        untold.clear();
        return advanced;
    }

    /** What was taken could not be told: it is due again, unless the feed has come further since. */
    void giveBack(List<Observation> progress) {
        progress.forEach(one -> untold.putIfAbsent(one.source().feed(), one));
    }
}

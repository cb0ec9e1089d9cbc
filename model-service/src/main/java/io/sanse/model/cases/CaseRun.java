package io.sanse.model.cases;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One case while it is played: observations arrive when they were made, or when the case says; every feed tells its progress behind them. */
final class CaseRun {
    private static final int MOST_STEPS = 3_000;

    private final Map<String, Instant> reached = new TreeMap<>();
    private final CaseListener listener;
    private Instant now = Instant.MIN;
    private Instant listenedUntil;

    CaseRun(CaseListener listener) {
        this.listener = listener;
    }

    void restart() {
        listener.restart();
    }

    /** When an observation that was made at a given time arrives. */
    Instant arrival(Instant observedAt) {
        now = now.isBefore(observedAt) ? observedAt : now;
        listen();
        return now;
    }

    void observe(List<Observation> observations) {
        listener.arrived(observations, now);
        for (Observation observation : observations) {
            String feed = observation.source().feed();
            Instant at = observation.observedAt();
            if (!reached.containsKey(feed) || reached.get(feed).isBefore(at)) {
                progress(feed, at, at);
            }
        }
    }

    /** Ingest-service has listened all the time. */
    private void listen() {
        tell(Progress.INTAKE, listenedUntil == null ? now : listenedUntil, now);
        listenedUntil = now;
    }

    private void progress(String feed, Instant since, Instant at) {
        reached.put(feed, at);
        tell(feed, since, at);
    }

    private void tell(String feed, Instant since, Instant at) {
        Observation progress = new Observation(
                ObservationId.of(Kind.PROGRESS, feed, at, ""),
                new Source(feed, "test", feed),
                Subject.feed(feed),
                List.of(),
                at,
                now,
                null,
                new Progress(since));
        listener.arrived(List.of(progress), now);
    }

    /** Every feed goes on reporting until then, about other subjects. */
    void clock(Instant until) {
        Duration step = Duration.between(now, until).dividedBy(MOST_STEPS);
        step = step.compareTo(Duration.ofSeconds(20)) < 0 ? Duration.ofSeconds(20) : step;
        while (now.isBefore(until)) {
            Instant since = now;
            Instant next = now.plus(step);
            now = next.isAfter(until) ? until : next;
            listen();
            List.copyOf(reached.keySet()).forEach(feed -> progress(feed, since, now));
        }
    }

    /** A feed tells something about another subject. */
    void speak(String feed, Instant at) {
        arrival(at);
        progress(feed, at, at);
    }

    /** Nothing comes from any feed until then. */
    void silence(Instant until) {
        now = until;
        listen();
    }
}

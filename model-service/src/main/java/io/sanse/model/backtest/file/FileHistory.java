package io.sanse.model.backtest.file;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.History;
import io.sanse.model.backtest.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Observations of a file as history, in the order in which they were received, one partition. A file without the feeds' progress gets it: each feed has reported up to
 * what it told last, and the platform has listened all the time.
 */
public final class FileHistory implements History {
    private final List<Observation> observations;
    private final boolean tellsProgress;

    /** @param observations in any order; those that were received at one time stay in theirs */
    public FileHistory(List<Observation> observations) {
        this.observations = new ArrayList<>(observations);
        this.observations.sort(Comparator.comparing(Observation::receivedAt));
        this.tellsProgress = observations.stream().anyMatch(one -> one.payload() instanceof Progress);
    }

    /** From the first to behind the last, or null when there is none. */
    public Period period() {
        return observations.isEmpty()
                ? null
                : new Period(
                        observations.get(0).receivedAt(),
                        observations.get(observations.size() - 1).receivedAt().plusMillis(1));
    }

    @Override
    public void play(Listener listener) {
        listener.begin();
        Map<String, Instant> reached = new HashMap<>();
        for (int i = 0; i < observations.size(); i++) {
            Observation next = observations.get(i);
            List<Observation> together = tellsProgress ? copies(next) : withProgress(next, reached);
            if (!listener.arrived(new Arrival(next.receivedAt(), together), (i + 1.0) / observations.size())) {
                return;
            }
        }
    }

    /** Under the keys of all whom it names, as it travels; where the file has it under several already, the same twice is once. */
    private static List<Observation> copies(Observation observation) {
        List<Observation> copies = new ArrayList<>(1 + observation.mentions().size());
        copies.add(observation);
        observation.mentions().forEach(mention -> copies.add(observation.under(mention)));
        return copies;
    }

    private static List<Observation> withProgress(Observation next, Map<String, Instant> reached) {
        List<Observation> together = new ArrayList<>();
        Instant now = next.receivedAt();
        Instant listened = reached.put(Progress.INTAKE, now);
        together.add(progress(Progress.INTAKE, listened == null ? now : listened, now, now));
        together.addAll(copies(next));
        String feed = next.source().feed();
        Instant before = reached.get(feed);
        if (before == null || before.isBefore(next.observedAt())) {
            reached.put(feed, next.observedAt());
            together.add(progress(feed, next.observedAt(), next.observedAt(), now));
        }
        return together;
    }

    private static Observation progress(String feed, Instant since, Instant until, Instant now) {
        return new Observation(
                ObservationId.of(Kind.PROGRESS, feed, until, ""),
                new Source(feed, "file", feed),
                Subject.feed(feed),
                List.of(),
                until,
                now,
                null,
                new Progress(since));
    }
}

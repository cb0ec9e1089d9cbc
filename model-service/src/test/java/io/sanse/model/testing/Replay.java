package io.sanse.model.testing;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Plays a recording: every observation arrives when it was made, under all of its keys, and its feed tells its progress with it. */
public final class Replay {
    private final Findings findings = new Findings();
    private final World world;
    private final PartitionDetector detector;

    public Replay(ModelSet models, World world) {
        this.world = world;
        this.detector = new PartitionDetector(models, new HeapMemory(), findings);
    }

    public void observe(Observation observation) {
        observe(List.of(observation));
    }

    /** Observations that come together. */
    public void observe(List<Observation> together) {
        Observation last = together.get(together.size() - 1);
        Instant at = last.receivedAt();
        List<Observation> copies = new ArrayList<>(together);
        together.forEach(
                observation -> observation.mentions().forEach(mention -> copies.add(observation.under(mention))));
        detector.process(copies, world, at);
        tell(last.source().feed(), at, at);
    }

    /** Time goes on without traffic, and ingest-service listens. */
    public void until(Instant end) {
        tell(Progress.INTAKE, Instant.EPOCH, end);
    }

    private void tell(String feed, Instant since, Instant at) {
        Observation progress = new Observation(
                ObservationId.of(Kind.PROGRESS, feed, at, ""),
                new Source(feed, "test", feed),
                Subject.feed(feed),
                List.of(),
                at,
                at,
                null,
                new Progress(since));
        detector.process(List.of(progress), world, at);
    }

    public Findings findings() {
        return findings;
    }

    /** The last word on each episode of a model. */
    public List<Detection> lastWords(String model) {
        return findings.lastWords().stream()
                .filter(word -> word.model().equals(model))
                .toList();
    }
}

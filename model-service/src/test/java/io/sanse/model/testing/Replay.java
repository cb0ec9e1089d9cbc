package io.sanse.model.testing;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
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
        this.detector = new PartitionDetector(models, new HeldMemory(), findings);
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
        String feed = last.source().feed();
        Observation progress = new Observation(
                ObservationId.of(Kind.PROGRESS, feed, at, ""),
                new Source(feed, "test", feed),
                Subject.feed(feed),
                List.of(),
                at,
                at,
                null,
                new Progress());
        detector.process(List.of(progress), world, at);
    }

    /** Time goes on without traffic. */
    public void until(Instant end) {
        detector.tick(world, end, true);
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

package io.sanse.model.cases;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Remembers everything that detection says; a defect ends the run. */
public final class Findings implements DetectionSink {
    private final List<Detection> words = new ArrayList<>();
    private final Set<String> reasons = new TreeSet<>();
    private int tooLate;

    @Override
    public void found(Detection detection) {
        words.add(detection);
    }

    @Override
    public void undecided(String model, Subject subject, Undecided undecided) {
        reasons.add(undecided.reason());
    }

    @Override
    public void tooLate(Subject subject, int reports) {
        tooLate += reports;
    }

    @Override
    public void tooMany(Subject subject, String book, int entries) {
        reasons.add("too-many " + book);
    }

    @Override
    public void failed(Observation observation, RuntimeException failure) {
        throw new IllegalStateException("detection fails on " + observation, failure);
    }

    @Override
    public void failed(Model version, Subject subject, RuntimeException failure) {
        throw new IllegalStateException(version.signature() + " fails on " + subject, failure);
    }

    @Override
    public void failed(Subject subject, RuntimeException failure) {
        throw new IllegalStateException("detection fails on " + subject, failure);
    }

    /** In the order in which they were said. */
    public List<Detection> words() {
        return words;
    }

    /** The last word on each episode. */
    public List<Detection> lastWords() {
        Map<UUID, Detection> last = new LinkedHashMap<>();
        words.forEach(word -> last.put(word.id(), word));
        return List.copyOf(last.values());
    }

    public Set<String> reasons() {
        return reasons;
    }

    public int tooLate() {
        return tooLate;
    }
}

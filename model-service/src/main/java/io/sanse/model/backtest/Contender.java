package io.sanse.model.backtest;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.detect.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A set of models in a backtest, and what it finds. */
public final class Contender implements DetectionSink {
    private final ModelSet models;
    private final Period period;
    private final Consumer<Detection> words;
    private final Map<String, Map<UUID, Finding>> findings = new LinkedHashMap<>();
    private PartitionDetector detector;
    private long defects;

    public Contender(ModelSet models, Period period) {
        this(models, period, word -> {});
    }

    /** @param words gets each word, those of the warm-up too, in the order in which live operation publishes them */
    public Contender(ModelSet models, Period period, Consumer<Detection> words) {
        this.models = models;
        this.period = period;
        this.words = words;
        models.models().forEach(model -> findings.put(model.id(), new LinkedHashMap<>()));
    }

    /** A partition begins: nothing is known. */
    void begin() {
        detector = new PartitionDetector(models, new HeapMemory(), this);
    }

    void hear(List<Observation> observations, World world) {
        try {
            detector.process(observations, world);
        } catch (RuntimeException defect) {
            // live operation gives the frame up, too, and goes on
            defects++;
        }
    }

    /** The model of an id, or null. */
    Model model(String id) {
        return models.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What the model of an id has found in the period, in the order of finding. */
    List<Finding> findings(String id) {
        return List.copyOf(findings.getOrDefault(id, Map.of()).values());
    }

    long defects() {
        return defects;
    }

    @Override
    public void found(Detection word) {
        words.accept(word);
        Map<UUID, Finding> known = findings.get(word.model());
        if (word.change() == Change.RAISED && word.revision() == 1 && period.contains(word.detectedAt())) {
            known.put(word.id(), Finding.raised(word));
        } else {
            known.computeIfPresent(word.id(), (id, before) -> before.with(word));
        }
    }

    /** What cannot be judged is no finding. */
    @Override
    public void undecided(String model, Subject subject, Undecided undecided) {}

    /** It is too late here as it was live. */
    @Override
    public void tooLate(Subject subject, int reports) {}

    @Override
    public void failed(Observation observation, RuntimeException failure) {
        defects++;
    }

    @Override
    public void failed(Model version, Subject subject, RuntimeException failure) {
        defects++;
    }

    @Override
    public void failed(Subject subject, RuntimeException failure) {
        defects++;
    }
}

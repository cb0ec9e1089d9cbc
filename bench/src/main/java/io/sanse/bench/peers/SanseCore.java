package io.sanse.bench.peers;

import io.sanse.bench.stream.Answer;
import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Observations;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sanse's detection core. It gets everything as it comes, late events late; its answers are its last words. */
final class SanseCore implements Contestant, DetectionSink {
    private final City city;
    private final Observations observations;
    private final Answers answers;
    private final LiveMemory memory;
    private final PartitionDetector detector;
    private final Map<UUID, Detection> words = new HashMap<>();
    private long kept;

    /** @param until moments after it are not compared, ms since the epoch */
    SanseCore(ModelSet models, City city, Observations observations, long until) {
        this.city = city;
        this.observations = observations;
        this.answers = new Answers(until);
        this.memory = new LiveMemory(observations != null);
        this.detector = new PartitionDetector(models, memory, this);
    }

    /** One that is told what to hear, in order. */
    SanseCore(ModelSet models, City city) {
        this(models, city, null, Long.MAX_VALUE);
    }

    void hear(List<Observation> frame) {
        detector.process(frame, city.world());
    }

    @Override
    public void play(Scales scales) {
        scales.tare();
        play();
        scales.weigh();
    }

    void play() {
        for (int first = 0; first < observations.size(); first += Observations.FRAME) {
            hear(observations.frame(first));
        }
    }

    @Override
    public void playInputOnly() {
        for (int first = 0; first < observations.size(); first += Observations.FRAME) {
            for (Observation made : observations.frame(first)) {
                kept += made.id().getLeastSignificantBits();
            }
        }
        if (kept == 0) {
            throw new IllegalStateException("nothing was made");
        }
    }

    @Override
    public Set<Answer> answers() {
        for (Detection word : words.values()) {
            if (word.change() != Change.RETRACTED) {
                Answer answer = new Answer(
                        word.model(), word.subject().id(), word.from().toEpochMilli());
                answers.add(answer, word.episodeStart().toEpochMilli());
            }
        }
        return answers.all();
    }

    @Override
    public void close() {
        words.clear();
    }

    @Override
    public void found(Detection word) {
        words.put(word.id(), word);
    }

    @Override
    public void undecided(String model, Subject subject, Undecided undecided) {
        // what cannot be judged is no answer
    }

    @Override
    public void tooLate(Subject subject, int reports) {
        if (reports > 0) {
            throw new IllegalStateException(reports + " reports of " + subject + " were too late");
        }
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
}

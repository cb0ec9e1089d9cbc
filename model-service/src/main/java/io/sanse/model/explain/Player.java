package io.sanse.model.explain;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.DetectionSink;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;
import io.sanse.model.explain.Recording.Moment;
import java.time.Instant;

/** Plays moments through the detection, from nothing. What fails is passed over, as live operation does. */
final class Player {
    /** Who hears what comes of it. */
    interface Listener extends DetectionSink {
        @Override
        default void undecided(String model, Subject subject, Undecided undecided) {}

        @Override
        default void tooLate(Subject subject, int reports) {}

        @Override
        default void failed(Observation observation, RuntimeException failure) {}

        @Override
        default void failed(Model version, Subject subject, RuntimeException failure) {}

        @Override
        default void failed(Subject subject, RuntimeException failure) {}
    }

    /** Knows whether anybody asked for what is known of a subject: without that nothing is judged. */
    private static final class AskedMemory extends HeapMemory {
        private boolean asked;

        @Override
        public Dossier dossier(Subject subject) {
            asked = true;
            return super.dossier(subject);
        }
    }

    private final AskedMemory memory = new AskedMemory();
    private final PartitionDetector detector;
    private final RegistryCourse.Walk registry;

    Player(ModelSet models, RegistryCourse registry, Listener listener) {
        this.detector = new PartitionDetector(models, memory, listener);
        this.registry = registry.begin();
    }

    /** @return whether it may have been judged; else nothing but tracks and clocks went on */
    boolean play(Moment moment) {
        memory.asked = false;
        detector.process(moment.observations(), registry.at(moment.at()), moment.heardUntil());
        return memory.asked;
    }

    /** The platform's clock, or null at first. */
    Instant heardUntil() {
        return memory.heardUntil() == Long.MIN_VALUE ? null : Instant.ofEpochMilli(memory.heardUntil());
    }
}

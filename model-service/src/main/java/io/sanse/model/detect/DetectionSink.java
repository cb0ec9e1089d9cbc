package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Undecided;

/** Where the results of detection go. */
public interface DetectionSink {
    /** A word on an episode. */
    void found(Detection detection);

    /** A model could not judge a moment. */
    void undecided(String model, Subject subject, Undecided undecided);

    /** Reports older than the newest by more than their lateness. */
    void tooLate(Subject subject, int reports);

    /** More is known of a subject than is kept of anybody: so many entries of a book are kept no longer. Whoever plays what was said before need not be told. */
    default void tooMany(Subject subject, String book, int entries) {}

    /** An observation that cannot be processed, because of a defect. */
    void failed(Observation observation, RuntimeException failure);

    /** A version that cannot judge a subject, because of a defect: what it said before stands, and the others judge. */
    void failed(Model version, Subject subject, RuntimeException failure);

    /** A subject that cannot be evaluated when its time has come, because of a defect. */
    void failed(Subject subject, RuntimeException failure);
}

package io.sanse.model.cases;

import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.explain.Explanation;
import io.sanse.model.detect.parameter.Parameters;
import java.time.Instant;
import java.util.Map;

/** Something that happened while a model was watched. */
public sealed interface JournalEntry {
    /**
     * The model judged a moment that it had not seen so before.
     *
     * @param values that the operator gave it
     * @param explanation what the model says of them
     * @param parameters by which it judged
     */
    record Moment(Map<String, Object> values, Explanation explanation, Parameters parameters) implements JournalEntry {}

    /**
     * The model could not judge a moment.
     *
     * @param at event time
     * @param reason short code
     */
    record Doubt(Instant at, String reason) implements JournalEntry {}

    /**
     * The model said something.
     *
     * @param detection what
     */
    record Word(Detection detection) implements JournalEntry {}
}

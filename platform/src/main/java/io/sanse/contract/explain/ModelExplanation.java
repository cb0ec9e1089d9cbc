package io.sanse.contract.explain;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Aggravation;
import io.sanse.contract.detection.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a model says of a subject at a time, and why.
 *
 * @param model model id
 * @param version of the model that judges now
 * @param subject on whom
 * @param at event time asked about
 * @param outcome in a word
 * @param text in a sentence
 * @param observations how many observations of the subject were played
 * @param from event time of the earliest of them, or null without any
 * @param until event time of the latest of them, or null without any
 * @param moments what the model judged nearest to the time asked about, by time
 * @param doubts moments nearby that could not be judged
 * @param words the last word on each detection around the time asked about
 */
public record ModelExplanation(
        String model,
        int version,
        Subject subject,
        Instant at,
        ExplanationOutcome outcome,
        LocalizedText text,
        int observations,
        Instant from,
        Instant until,
        List<ExplainedMoment> moments,
        List<ExplainedDoubt> doubts,
        List<ExplainedWord> words) {

    /**
     * A moment that was judged.
     *
     * @param at event time
     * @param level that was found, or null
     * @param score 0–100, or null without a level
     * @param aggravations what makes it graver
     * @param values what the model looked at, for people
     * @param levels its levels in their order; the first that holds is the one found
     * @param missing the conditions that do not hold, of the level that lacks the fewest; none when a level was found
     */
    public record ExplainedMoment(
            Instant at,
            Level level,
            Integer score,
            List<Aggravation> aggravations,
            Map<String, String> values,
            List<ExplainedLevel> levels,
            List<ExplainedCondition> missing) {}

    /**
     * A level and what it takes.
     *
     * @param level the level
     * @param condition what must hold
     */
    public record ExplainedLevel(Level level, ExplainedCondition condition) {}

    /**
     * A condition, or a part of one.
     *
     * @param text as the model writes it
     * @param holds whether it does; null when it has no value without the parts before it
     * @param joint {@code none} (it has no parts), {@code all} or {@code any} of the parts must hold
     * @param values the values and thresholds that it looks at, for people
     * @param parts none when it cannot be taken apart
     */
    public record ExplainedCondition(
            String text, Boolean holds, String joint, Map<String, String> values, List<ExplainedCondition> parts) {}

    /**
     * A moment that could not be judged.
     *
     * @param at event time
     * @param reason short code
     */
    public record ExplainedDoubt(Instant at, String reason) {}

    /**
     * What was said.
     *
     * @param id of the detection
     * @param change what became of it
     * @param revision of this word
     * @param level base level
     * @param episodeStart event time
     * @param to last event time that it rests on
     * @param text one sentence
     */
    public record ExplainedWord(
            UUID id, Change change, int revision, Level level, Instant episodeStart, Instant to, LocalizedText text) {}
}

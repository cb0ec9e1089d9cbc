package io.sanse.model.detect.situation;

import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.parameter.VariableType;
import io.sanse.model.detect.track.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the situations that a model judges. */
public interface Operator {
    /** The fact that somebody with a record of dumping is behind a subject. It makes any detection graver but those of operators that judge it themselves. */
    String RECORD = "record";

    /** As YAML names it. */
    String name();

    /** Whose facts it reads. */
    SubjectType subject();

    /**
     * The facts that it reads: {@code visit}, {@code silence}, {@code manifest}, {@code weighing}, {@code ledger}, {@code hour},
     * {@code capture}, {@code pass}, {@code sighting}, {@code stock}, {@code inspection}, {@code minute}, {@code track},
     * {@code operation}, {@code offence}, {@code clue}, {@code presence}, {@value #RECORD}.
     */
    Set<String> facts();

    /** Whether what it says tells what is registered of persons, whose code or record its words carry. */
    default boolean readsPersons() {
        return subject() == SubjectType.PERSON || facts().contains(RECORD);
    }

    /** The parameters that it needs of the model, and their types. */
    Map<String, VariableType> parameters();

    /** Whether it reads a parameter that it does not need, as one whose name says for what kind of thing it counts. */
    default boolean reads(Parameter parameter) {
        return false;
    }

    /** Lengths of time and of way that may be nothing: patience and tolerance. All others are more. */
    default Set<String> mayBeZero() {
        return Set.of("settle", "slack", "jitter", "margin");
    }

    /** The values that each snapshot has, for conditions and texts. */
    Map<String, VariableType> variables();

    /** Words that differ by language, for texts only. */
    Set<String> names();

    /** Whether its findings mention the zone that they lie in, as a site: then parameters may differ by zone. */
    default boolean namesZones() {
        return false;
    }

    /** What it needs of the derivation of tracks. */
    default TrackNeeds needs(Parameters parameters) {
        return TrackNeeds.NONE;
    }

    /** What ended before this time is settled: what was said of it stands, ms. */
    default long horizon(Facts facts) {
        return facts.horizon();
    }

    /** What ended before this time and was never told is not told any more: it is too old, or was told and is settled, ms. */
    default long toldFrom(Facts facts) {
        return horizon(facts);
    }

    /** Whether the facts since the beginning of an episode are to be kept until it is settled; not when those that it rests on are kept long enough anyway. */
    default boolean holdsFacts() {
        return true;
    }

    /** Whether situations that overlap are matters of their own; else they make one episode. */
    default boolean apart() {
        return false;
    }

    /** How far back it looks at most: what has to be known of a time before something for it to be judged as it will be live. By its longest parameter, unless its windows are fixed. */
    default Duration looksBack(Parameters parameters) {
        return parameters.list().stream()
                .map(Parameter::value)
                .filter(Duration.class::isInstance)
                .map(Duration.class::cast)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * Of situations that are {@link #apart}: whether a word is about the same matter as what is found now. Words and findings whose times meet are compared.
     *
     * @param word that was said
     * @param finding of the same operator
     */
    default boolean isSameMatter(Detection word, Finding finding) {
        return true;
    }

    /** What is asked for in vain, in words for the model's author: facts that nobody tells the operator. */
    default List<String> notes(Parameters parameters) {
        return List.of();
    }

    /**
     * Whether what a camera has seen may change what it says. Narrowed where most of it does not and to know that is cheap. Not asked of a vehicle's capture that is older than others.
     *
     * @param capture that has come
     * @param question with it among the facts
     */
    default boolean minds(Observation capture, Question question) {
        return true;
    }

    /**
     * Whether a stay that has been confirmed, has become longer or has ended may change what it says. Narrowed where most stays do not. Not asked when something late has changed the stays.
     *
     * @param visit as it lasts, or as it has ended
     * @param question with it among the facts or in sight
     */
    default boolean minds(Visit visit, Question question) {
        return true;
    }

    /** The situations of a subject. The same facts and clocks always give the same. */
    List<Series> series(Question question);
}

package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.ManifestFacts;
import io.sanse.model.detect.fact.PersonFacts;
import io.sanse.model.detect.fact.SiteFacts;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.time.Wake;
import java.util.List;

/**
 * What is known of a subject and what was said of it. Touched only when a fact changes or a clock asks.
 *
 * @param facts what is known
 * @param published the last word on each episode that is not settled; so that nothing is said twice, whatever dies in between
 * @param wakes when to look again though nothing comes
 * @param awaiting signatures of the models that want to look at the next report of a vehicle, whatever it says
 * @param judgedBy {@link Panel#mark() mark} of the models that have said all this; 0 when not all of them have looked at all of the facts
 */
public record Dossier(Facts facts, List<Detection> published, List<Wake> wakes, List<String> awaiting, long judgedBy) {
    public Dossier {
        published = List.copyOf(published);
        wakes = List.copyOf(wakes);
        // a state written before these were kept has none, and was judged by nobody that is known
        awaiting = awaiting == null ? List.of() : List.copyOf(awaiting);
    }

    /** Nothing is known of a subject, and nobody has looked. */
    static Dossier empty(Subject subject) {
        return new Dossier(nothing(subject), List.of(), List.of(), List.of(), 0);
    }

    private static Facts nothing(Subject subject) {
        return switch (subject.type()) {
            case VEHICLE -> VehicleFacts.NONE;
            case MANIFEST -> ManifestFacts.NONE;
            case ENTERPRISE -> EnterpriseFacts.NONE;
            case STATION -> StationFacts.none(subject.id());
            case SITE -> SiteFacts.NONE;
            case PERSON -> PersonFacts.NONE;
            case FEED -> throw new IllegalArgumentException("no facts are kept of " + subject);
        };
    }

    /** With other facts, on which nothing has been said yet. */
    Dossier with(Facts others) {
        return others == facts ? this : new Dossier(others, published, wakes, awaiting, judgedBy);
    }

    /** To be read by everybody, but not now. */
    Dossier deferred(Wake later) {
        return new Dossier(facts, published, List.of(later), List.of(), 0);
    }

    /** Whether an episode lasts, or did not end, or was not taken back, before a time in ms. What was taken back may come again, and goes on with its next revision then. */
    static boolean isUnsettled(Detection word, long horizon) {
        return isActive(word)
                || word.to().toEpochMilli() >= horizon
                || word.change() == Change.RETRACTED && word.detectedAt().toEpochMilli() >= horizon;
    }

    /** Without the facts that none of these published words needs any more. */
    Dossier forgetExplained(List<Detection> needing) {
        long since = Long.MAX_VALUE;
        for (Detection word : needing) {
            since = Math.min(since, word.from().toEpochMilli());
            since = Math.min(since, word.episodeStart().toEpochMilli());
        }
        return with(facts.forget(since));
    }

    /** Whether a look at it may leave something out though nobody is asked. */
    boolean mayForget() {
        return facts.mayForget() || facts.expiry() != null;
    }

    /** Whether there is nothing to remember. */
    boolean knowsNothing() {
        return published.isEmpty() && wakes.isEmpty() && facts.knowsNothing();
    }

    static boolean isActive(Detection detection) {
        return detection.change() == Change.RAISED || detection.change() == Change.AMENDED;
    }
}

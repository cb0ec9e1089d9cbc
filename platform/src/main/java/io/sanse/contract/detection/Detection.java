package io.sanse.contract.detection;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A model fired on a subject (模型命中); not yet an alert. Every change of a detection is one record with the same id and the next revision. The same observations in the same
 * order of arrival make the same record, byte for byte: nothing in it depends on a wall clock, a node or a restart.
 *
 * @param id function of (model, subject, episodeStart)
 * @param change what became of it
 * @param revision 1 for {@code RAISED}, one more at each change: of two records the higher revision is the truth
 * @param model model id, for example {@code vehicle-suspicious-stop}
 * @param modelVersion version of the model's YAML
 * @param subject on whom
 * @param mentions the other subjects involved: firms, manifest, driver
 * @param episodeStart event time at which the episode (预警过程) began
 * @param level base level by the model
 * @param score 0–100
 * @param from first event time that it rests on
 * @param to last event time that it rests on
 * @param location where, or null
 * @param division division code of the place or subject, or null when unknown
 * @param tonnes amount involved, t, or null
 * @param sourceEnterprise enterprise code of the known source, or null when the source is unclear
 * @param aggravations facts that make it graver
 * @param evidence what it rests on, at most 64, the decisive ones first
 * @param parameters the values used, with units, by name
 * @param references versions of the registry entries used, by key
 * @param text one sentence for people
 * @param observedAt event time of the observation or deadline that decided
 * @param receivedAt when the platform got that observation (equals {@code detectedAt} for a deadline and for what is retracted)
 * @param detectedAt when the platform got what made it look: the newest {@code receivedAt} of the observations that came together with the decisive one
 */
public record Detection(
        UUID id,
        Change change,
        int revision,
        String model,
        int modelVersion,
        Subject subject,
        List<Subject> mentions,
        Instant episodeStart,
        Level level,
        int score,
        Instant from,
        Instant to,
        GeoPoint location,
        String division,
        Double tonnes,
        String sourceEnterprise,
        Set<Aggravation> aggravations,
        List<Evidence> evidence,
        Map<String, String> parameters,
        Map<String, Long> references,
        LocalizedText text,
        Instant observedAt,
        Instant receivedAt,
        Instant detectedAt) {
    public Detection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(episodeStart, "episodeStart");
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score " + score + " is outside 0 to 100");
        }
        mentions = List.copyOf(mentions);
        aggravations = Collections.unmodifiableSet(new TreeSet<>(aggravations));
        evidence = List.copyOf(evidence);
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        references = Collections.unmodifiableMap(new TreeMap<>(references));
    }
}

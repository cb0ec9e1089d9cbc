package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import java.util.List;

/**
 * What is known of a person.
 *
 * @param papers steps of manifests that name the person as driver or escort
 * @param offences that the person committed
 * @param newest newest time known, ms
 */
public record PersonFacts(List<Observation> papers, OffenceBook offences, long newest) implements Facts, Offender {
    public static final PersonFacts NONE = new PersonFacts(List.of(), OffenceBook.NONE, Long.MIN_VALUE);

    /** How long the step of a manifest is kept, ms. */
    static final long KEPT_MS = 10L * 24 * 3_600_000;

    public PersonFacts {
        papers = List.copyOf(papers);
    }

    @Override
    public PersonFacts with(Observation observation) {
        List<Observation> more =
                observation.kind() == Kind.MANIFEST ? ObservationSet.with(papers, observation) : papers;
        OffenceBook booked = offences.with(observation);
        return more == papers && booked == offences
                ? this
                : new PersonFacts(
                        more, booked, Math.max(newest, observation.observedAt().toEpochMilli()));
    }

    /** The manifests that name the person, as far as their steps do. */
    public List<Manifest> manifests() {
        return ManifestBook.manifests(papers);
    }

    @Override
    public PersonFacts forget(long since) {
        if (newest == Long.MIN_VALUE) {
            return this;
        }
        long oldest = Math.min(horizon(), since);
        return new PersonFacts(
                papers.stream()
                        .filter(step -> step.observedAt().toEpochMilli() >= oldest)
                        .toList(),
                offences.since(newest, since),
                newest);
    }

    /** Of papers; offences have {@link OffenceBook#horizon their own}. */
    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - KEPT_MS;
    }

    @Override
    public boolean knowsNothing() {
        return papers.isEmpty() && offences.knowsNothing();
    }
}

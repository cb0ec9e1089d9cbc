package io.sanse.model.detect.fact;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Wake;
import java.util.List;

/**
 * What is known of a person.
 *
 * @param papers steps of manifests that name the person as driver or escort
 * @param offences that the person committed
 * @param newest newest time known of these, ms
 * @param nights what the vehicles do by night that the person owns or drives
 */
public record PersonFacts(List<Observation> papers, OffenceBook offences, long newest, NightBook nights)
        implements Facts, Offender, Tied {
    public static final PersonFacts NONE = new PersonFacts(List.of(), OffenceBook.NONE, Long.MIN_VALUE, NightBook.NONE);

    /** How long the step of a manifest is kept, ms. */
    static final long KEPT_MS = 10L * 24 * 3_600_000;

    public PersonFacts {
        papers = List.copyOf(papers);
        // a state written before these were kept has none
        nights = nights == null ? NightBook.NONE : nights;
    }

    @Override
    public PersonFacts with(Observation observation) {
        List<Observation> more = names(observation) ? ObservationSet.with(papers, observation) : papers;
        OffenceBook booked = offences.with(observation);
        NightBook seen = nights.with(observation);
        if (more == papers && booked == offences) {
            return seen == nights ? this : new PersonFacts(papers, offences, newest, seen);
        }
        return new PersonFacts(
                more, booked, Math.max(newest, observation.observedAt().toEpochMilli()), seen);
    }

    /** Whether it is the step of a manifest that names the person: others are told because the vehicle is tied to the person. */
    private static boolean names(Observation observation) {
        String person = observation.subject().id();
        return observation.payload() instanceof ManifestStep step
                && (person.equals(step.driver()) || person.equals(step.escort()));
    }

    /** The manifests that name the person, as far as their steps do. */
    public List<Manifest> manifests() {
        return ManifestBook.manifests(papers);
    }

    @Override
    public PersonFacts forget(long since) {
        NightBook recent = nights.recent();
        if (newest == Long.MIN_VALUE) {
            return recent == nights ? this : new PersonFacts(papers, offences, newest, recent);
        }
        long oldest = Math.min(horizon(), since);
        return new PersonFacts(
                papers.stream()
                        .filter(step -> step.observedAt().toEpochMilli() >= oldest)
                        .toList(),
                offences.since(newest, since),
                newest,
                recent);
    }

    @Override
    public PersonFacts trimmed(Trim trim) {
        List<Observation> fewer = trim.last("manifest", papers);
        NightBook fewerNights = nights.trimmed(trim);
        return fewer == papers && fewerNights == nights ? this : new PersonFacts(fewer, offences, newest, fewerNights);
    }

    /** Of papers; offences and nights have their own. */
    @Override
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - KEPT_MS;
    }

    /** Where a person's vehicles were is not kept until one of them is seen again. */
    @Override
    public Wake expiry() {
        return nights.expiry();
    }

    @Override
    public PersonFacts expired() {
        return new PersonFacts(papers, offences, newest, nights.expired());
    }

    @Override
    public boolean knowsNothing() {
        return papers.isEmpty() && offences.knowsNothing() && nights.knowsNothing();
    }
}

package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Sighting.Thing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What the pictures of a site show that a model asks about: people by night, smoke and heat. Of a burst of pictures only the first, the last and the surest are kept: a model may
 * leave out the unsure ones. When they are settled, only who came in which night.
 *
 * @param all sorted by time and id
 */
public record SightingBook(List<Observation> all) {
    static final SightingBook NONE = new SightingBook(List.of());

    /** How much older than the newest a sighting may be that comes late: pictures wait in cameras, ms. */
    static final long LATENESS_MS = Duration.ofDays(7).toMillis();

    /** How much older than a picture the story may be that it goes on with: people are seen by night, ms. */
    private static final long GOES_ON_MS = Duration.ofHours(12).toMillis();

    /** How long it is remembered who came, ms. */
    static final long KEPT_MS = Duration.ofDays(40).toMillis();

    /** Pictures of one camera in the same stretch of this length are a burst, ms. */
    private static final long BURST_MS = Duration.ofMinutes(10).toMillis();

    private static final Duration HALF_DAY = Duration.ofHours(12);

    /** Of pictures that are equally sure the earlier one; one of which nobody says how sure it is counts as sure. */
    private static final Comparator<Observation> SUREST_FIRST = Comparator.comparingDouble((Observation one) ->
                    content(one).confidence() == null ? -1 : -content(one).confidence())
            .thenComparing(Manifest.ORDER);

    public SightingBook {
        all = List.copyOf(all);
    }

    /** Whether a picture can say anything to the models: animals and blanks do not. */
    static boolean concerns(Observation observation) {
        return observation.payload() instanceof Sighting sighting
                && (isOfPeople(sighting) && Nights.contains(at(observation)) || isOfFire(sighting));
    }

    /** With one more; the same object when it changes nothing. */
    SightingBook with(Observation observation) {
        if (at(observation) < horizon()) {
            return this;
        }
        List<Observation> burst = new ArrayList<>(
                all.stream().filter(known -> isSameBurst(known, observation)).toList());
        if (burst.stream().anyMatch(known -> known.id().equals(observation.id()))) {
            return this;
        }
        List<Observation> more = new ArrayList<>(all);
        more.removeAll(burst);
        burst.add(observation);
        burst.sort(Manifest.ORDER);
        Observation surest = burst.stream().min(SUREST_FIRST).orElseThrow();
        Stream.of(burst.get(0), surest, burst.get(burst.size() - 1)).distinct().forEach(more::add);
        more.sort(Manifest.ORDER);
        return more.equals(all) ? this : new SightingBook(more);
    }

    private static boolean isSameBurst(Observation one, Observation other) {
        Sighting a = content(one);
        Sighting b = content(other);
        return a.camera().equals(b.camera())
                && Math.floorDiv(at(one), BURST_MS) == Math.floorDiv(at(other), BURST_MS)
                && a.things().equals(b.things())
                && Objects.equals(a.group(), b.group());
    }

    /** Without what is settled, but for the surest picture of each group in each night. */
    SightingBook since(long oldest) {
        long settled = Math.min(settled(), oldest);
        Map<Object, Observation> visits = new HashMap<>();
        all.stream()
                .filter(known -> at(known) < settled && isRemembered(known))
                .forEach(known -> visits.merge(visit(known), known, BinaryOperator.minBy(SUREST_FIRST)));
        List<Observation> kept = all.stream()
                .filter(known -> at(known) >= settled || known.equals(visits.get(visit(known))))
                .toList();
        return kept.size() == all.size() ? this : new SightingBook(kept);
    }

    SightingBook trimmed(Trim trim) {
        List<Observation> fewer = trim.last("sighting", all);
        return fewer == all ? this : new SightingBook(fewer);
    }

    private boolean isRemembered(Observation known) {
        return isOfPeople(content(known)) && at(known) >= newest() - KEPT_MS;
    }

    private static List<Object> visit(Observation known) {
        String group = content(known).group();
        return List.of(night(at(known)), group == null ? "" : group);
    }

    /** People by night, by time. */
    public List<Observation> people() {
        return all.stream().filter(one -> isOfPeople(content(one))).toList();
    }

    /** Smoke and heat, by time. */
    public List<Observation> fires() {
        return all.stream().filter(one -> isOfFire(content(one))).toList();
    }

    private static boolean isOfPeople(Sighting sighting) {
        return sighting.shows(Thing.PERSON);
    }

    private static boolean isOfFire(Sighting sighting) {
        return sighting.shows(Thing.SMOKE) || sighting.shows(Thing.HEAT);
    }

    public static Sighting content(Observation observation) {
        return (Sighting) observation.payload();
    }

    public static long at(Observation observation) {
        return observation.observedAt().toEpochMilli();
    }

    /** The day on whose evening the night of a time in ms began. */
    public static LocalDate night(long at) {
        return Instant.ofEpochMilli(at).minus(HALF_DAY).atZone(Nights.ZONE).toLocalDate();
    }

    private long newest() {
        return all.isEmpty() ? Long.MIN_VALUE : at(all.get(all.size() - 1));
    }

    /** What is older comes too late, ms. */
    public long horizon() {
        return all.isEmpty() ? Long.MIN_VALUE : newest() - LATENESS_MS;
    }

    /** No picture that may still come goes on with what was over before this time, ms. */
    public long settled() {
        return all.isEmpty() ? Long.MIN_VALUE : horizon() - GOES_ON_MS;
    }
}

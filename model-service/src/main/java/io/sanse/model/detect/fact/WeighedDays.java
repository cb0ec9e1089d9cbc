package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Weighing;
import io.sanse.contract.observation.Weighing.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a firm's own weigh bridges have sent out on each day in China of the last months.
 *
 * @param days by date
 * @param newest time of the newest weighing, ms
 */
public record WeighedDays(List<Day> days, long newest) {
    static final WeighedDays NONE = new WeighedDays(List.of(), Long.MIN_VALUE);

    /** How much older than the newest a weighing may be that comes late, ms. */
    static final long LATENESS_MS = Duration.ofDays(3).toMillis();

    /** How long days are kept, ms: a month and what may still be said of the one before. */
    private static final long KEPT_MS = Duration.ofDays(70).toMillis();

    private static final double KILOGRAMS = 1_000;

    public WeighedDays {
        days = List.copyOf(days);
    }

    /**
     * One day.
     *
     * @param day days since 1970-01-01
     * @param kilograms what was sent out: whole numbers add up the same in any order, kg
     * @param last the last weighing of the day
     * @param ids weighings that are in it, as long as one of them may come again
     */
    public record Day(long day, long kilograms, Observation last, List<UUID> ids) {
        public Day {
            ids = List.copyOf(ids);
        }

        Day with(Observation weighing) {
            List<UUID> more = new ArrayList<>(ids);
            more.add(weighing.id());
            more.sort(null);
            return new Day(
                    day,
                    kilograms + kilogramsOf(weighing),
                    Manifest.ORDER.compare(weighing, last) > 0 ? weighing : last,
                    more);
        }

        public LocalDate date() {
            return LocalDate.ofEpochDay(day);
        }

        public double tonnes() {
            return kilograms / KILOGRAMS;
        }
    }

    /** Whether an observation says that the firm under whose key it travels has sent something out over its own scale. */
    static boolean concerns(Observation observation) {
        return observation.payload() instanceof Weighing weighing
                && weighing.side() == Side.SENT
                && observation.subject().id().equals(weighing.enterprise());
    }

    /** With one more; the same object when it changes nothing. */
    WeighedDays with(Observation weighing) {
        long at = weighing.observedAt().toEpochMilli();
        if (at < horizon()) {
            return this;
        }
        TreeMap<Long, Day> all = new TreeMap<>();
        days.forEach(day -> all.put(day.day(), day));
        Day known = all.get(dayOf(at));
        if (known != null && known.ids().contains(weighing.id())) {
            return this;
        }
        all.put(
                dayOf(at),
                known == null
                        ? new Day(dayOf(at), kilogramsOf(weighing), weighing, List.of(weighing.id()))
                        : known.with(weighing));
        return new WeighedDays(List.copyOf(all.values()), Math.max(newest, at));
    }

    /** Without old days, and without the ids of weighings that are too old to come again. */
    WeighedDays recent() {
        if (days.isEmpty()) {
            return this;
        }
        long settled = dayOf(horizon());
        long oldest = dayOf(newest - KEPT_MS);
        List<Day> kept = days.stream()
                .filter(day -> day.day() >= oldest)
                .map(day -> day.day() >= settled || day.ids().isEmpty()
                        ? day
                        : new Day(day.day(), day.kilograms(), day.last(), List.of()))
                .toList();
        return kept.equals(days) ? this : new WeighedDays(kept, newest);
    }

    /** What was weighed stays; of too many weighings of a day not each is known again. */
    WeighedDays trimmed(Trim trim) {
        if (days.stream().allMatch(day -> day.ids().size() <= Trim.MOST)) {
            return this;
        }
        List<Day> fewer = days.stream()
                .map(day -> new Day(day.day(), day.kilograms(), day.last(), trim.last("weighing", day.ids())))
                .toList();
        return new WeighedDays(fewer, newest);
    }

    private static long kilogramsOf(Observation weighing) {
        return Math.round(((Weighing) weighing.payload()).netTonnes() * KILOGRAMS);
    }

    private static long dayOf(long at) {
        return Instant.ofEpochMilli(at).atZone(Nights.ZONE).toLocalDate().toEpochDay();
    }

    /** What ended before this time is settled, ms. */
    public long horizon() {
        return newest == Long.MIN_VALUE ? Long.MIN_VALUE : newest - LATENESS_MS;
    }
}

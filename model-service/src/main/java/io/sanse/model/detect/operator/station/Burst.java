package io.sanse.model.detect.operator.station;

import io.sanse.model.detect.fact.HourReading;
import io.sanse.model.detect.fact.StationDay;
import io.sanse.model.detect.fact.StationDay.Digest;
import io.sanse.model.detect.fact.StationFacts;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.model.detect.situation.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An hour of the night in which a factor was far above the median of its day, and farther than it usually moves from hour to hour: a noisy monitor bursts every night.
 *
 * @param factor its code
 * @param hour with the wind that blew
 */
record Burst(String factor, HourReading hour) {
    private static final long DUSK_TO_MIDNIGHT_MS = 2 * OwnHours.HOUR_MS;

    double value() {
        return hour.values().get(factor);
    }

    /** The day on whose morning the night ends, days since the epoch. */
    long night() {
        return StationDay.dayOf(hour.hour() + DUSK_TO_MIDNIGHT_MS);
    }

    /** All that are known of a station, by time; a day of which too few hours are known has no median. */
    static List<Burst> all(Question question) {
        StationFacts facts = (StationFacts) question.facts();
        List<Burst> all = new ArrayList<>();
        for (StationDay day : facts.daysOf(facts.station()).values()) {
            day.factors().forEach((factor, digest) -> add(question, factor, digest, all));
        }
        all.sort(Comparator.<Burst>comparingLong(burst -> burst.hour().hour()).thenComparing(Burst::factor));
        return all;
    }

    private static void add(Question question, String factor, Digest digest, List<Burst> all) {
        Parameters parameters = question.parameters();
        boolean ours = parameters.texts("ignored").stream().noneMatch(factor::startsWith);
        if (ours && digest.hours() >= parameters.count("minHours")) {
            double usual = digest.median();
            double least = Math.max(
                    parameters.number("burstTimes") * usual, usual + parameters.number("aboveNoise") * digest.noise());
            digest.peaks().stream()
                    .map(peak -> new Burst(factor, peak.reading()))
                    .filter(burst -> burst.value() >= least)
                    .forEach(all::add);
        }
    }
}

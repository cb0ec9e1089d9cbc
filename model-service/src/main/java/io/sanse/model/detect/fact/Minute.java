package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Reading;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.contract.observation.Reading.Interval;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a station measured of fine dust and wind in some minutes.
 *
 * @param station MN
 * @param at start of the minutes, ms
 * @param id of the observation
 * @param receivedAt when the platform got it, ms
 * @param feed its network
 * @param values by factor code, only those flagged normal, concentrations in µg/m³
 */
public record Minute(String station, long at, UUID id, long receivedAt, String feed, Map<String, Double> values) {
    /** By event time, then by id. */
    public static final Comparator<Minute> ORDER =
            Comparator.comparingLong(Minute::at).thenComparing(Minute::id);

    private static final String WEATHER = "a01";
    private static final String DUST = "a340";

    public Minute {
        values = Map.copyOf(values);
    }

    /** Whether an observation tells of dust in the air minute by minute. */
    static boolean concerns(Observation observation) {
        return observation.payload() instanceof Reading reading
                && reading.interval() == Interval.MINUTE
                && reading.factors().stream().anyMatch(Minute::isValidDust);
    }

    private static boolean isValidDust(Factor factor) {
        return factor.code().startsWith(DUST) && isValid(factor);
    }

    private static boolean isValid(Factor factor) {
        return "N".equals(factor.flag()) && factor.value() != null;
    }

    /** @param observation that {@link #concerns} */
    static Minute of(Observation observation) {
        Map<String, Double> values = new TreeMap<>();
        for (Factor factor : ((Reading) observation.payload()).factors()) {
            boolean wanted = factor.code().startsWith(DUST) || factor.code().startsWith(WEATHER);
            if (wanted && isValid(factor)) {
                values.put(factor.code(), StationFacts.inMicrograms(factor));
            }
        }
        return new Minute(
                StationFacts.speaker(observation),
                observation.observedAt().toEpochMilli(),
                observation.id(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                values);
    }

    /** Of several readings the dustiest stands for all. */
    double dust() {
        return values.entrySet().stream()
                .filter(one -> one.getKey().startsWith(DUST))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
    }
}

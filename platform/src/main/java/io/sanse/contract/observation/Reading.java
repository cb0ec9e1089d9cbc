package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * A monitor's values (HJ 212 CN 2011, 2051, 2061, 2031). {@code observedAt} is the instant for {@code REAL_TIME} and the start of the period for the
 * others, as HJ 212-2017 defines DataTime.
 *
 * @param interval what the values are over
 * @param factors at least one
 */
public record Reading(Interval interval, List<Factor> factors) implements Payload {
    public Reading {
        factors = List.copyOf(factors);
    }

    /** Period of the values. */
    public enum Interval {
        REAL_TIME,
        MINUTE,
        HOUR,
        DAY;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Interval of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One factor (污染因子).
     *
     * @param code HJ 212 factor code, for example {@code a34004} = PM2.5
     * @param value Rtd or Avg in {@code unit}; null when the device sent none that is a number
     * @param min minimum of the period, or null
     * @param max maximum of the period, or null
     * @param unit the registry's unit for this station and factor (never the standard's table: stations differ)
     * @param flag HJ 212 data flag; {@code N} = normal; only normal values count as measurements
     */
    public record Factor(String code, Double value, Double min, Double max, String unit, String flag) {}
}

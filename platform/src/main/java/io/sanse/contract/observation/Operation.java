package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * What a firm made or used in a period (产量、用电、用水、用料): what it declares as waste is held against it. The period ends at the carrying observation's
 * {@code observedAt}. The same firm, measure and period told again corrects what was told before.
 *
 * @param enterprise enterprise code
 * @param measure what is counted
 * @param since begin of the period, before {@code observedAt}
 * @param amount in the measure's unit
 */
public record Operation(String enterprise, Measure measure, Instant since, double amount) implements Payload {

    /** What is counted. */
    public enum Measure {
        /** Goods made, t. */
        OUTPUT,
        /** Electric power used, kWh. */
        POWER,
        /** Water used, m³. */
        WATER,
        /** Raw material used, t. */
        RAW_MATERIAL;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException when there is none of this name */
        @JsonCreator
        public static Measure of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}

package io.sanse.contract.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One step of a waste transfer manifest (转移联单, order 23 of 2021); {@code observedAt} is when the step was made. Fields that a step does not know are
 * null.
 *
 * @param number manifest number
 * @param step what happened
 * @param generator enterprise code of the generator (移出人)
 * @param carrier enterprise code of the carrier (承运人)
 * @param receiver enterprise code of the receiver (接受人)
 * @param plate the truck
 * @param wasteCode national code {@code nnn-nnn-nn}
 * @param hazardous hazardous waste
 * @param sentTonnes amount handed over, t
 * @param receivedTonnes amount received, t
 * @param majorDifference ticked by the receiver (是否存在重大差异)
 * @param usualTripMinutes usual duration of the trip between the two, min
 * @param driver person code of the driver (驾驶员)
 * @param escort person code of the escort (押运员)
 */
public record ManifestStep(
        String number,
        Step step,
        String generator,
        String carrier,
        String receiver,
        String plate,
        String wasteCode,
        Boolean hazardous,
        Double sentTonnes,
        Double receivedTonnes,
        Boolean majorDifference,
        Integer usualTripMinutes,
        String driver,
        String escort)
        implements Payload {
    /** A step that names no people. */
    public ManifestStep(
            String number,
            Step step,
            String generator,
            String carrier,
            String receiver,
            String plate,
            String wasteCode,
            Boolean hazardous,
            Double sentTonnes,
            Double receivedTonnes,
            Boolean majorDifference,
            Integer usualTripMinutes) {
        this(
                number,
                step,
                generator,
                carrier,
                receiver,
                plate,
                wasteCode,
                hazardous,
                sentTonnes,
                receivedTonnes,
                majorDifference,
                usualTripMinutes,
                null,
                null);
    }

    /** Steps in their order; {@code VOIDED} and {@code REJECTED} end a manifest too. */
    public enum Step {
        FILED,
        PICKED_UP,
        RECEIVED,
        CONFIRMED,
        REJECTED,
        VOIDED;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @JsonCreator
        public static Step of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}

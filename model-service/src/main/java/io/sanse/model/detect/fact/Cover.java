package io.sanse.model.detect.fact;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;

/**
 * From when until when a manifest binds a vehicle, as far as its steps have told (有效联单). Steps may come in any order and repeatedly.
 *
 * @param number of the manifest
 * @param plate the vehicle that the last step names that names one, or null
 * @param plateAt when that step was made, ms
 * @param opened when it was filed or picked up, or {@link Long#MAX_VALUE}, ms
 * @param closed when it was received or ended, or {@link Long#MAX_VALUE}, ms
 * @param told when its last step was made, ms
 */
public record Cover(String number, String plate, long plateAt, long opened, long closed, long told) {

    /** What a single step says. */
    static Cover of(Observation observation) {
        ManifestStep step = (ManifestStep) observation.payload();
        long at = observation.observedAt().toEpochMilli();
        boolean opens = step.step() == ManifestStep.Step.FILED || step.step() == ManifestStep.Step.PICKED_UP;
        return new Cover(
                step.number(),
                step.plate(),
                step.plate() == null ? Long.MIN_VALUE : at,
                opens ? at : Long.MAX_VALUE,
                opens ? Long.MAX_VALUE : at,
                at);
    }

    /** What both say together; the same object when the other says nothing new. */
    Cover with(Cover other) {
        boolean later = other.plate != null
                && (other.plateAt > plateAt || other.plateAt == plateAt && other.plate.compareTo(plate) > 0);
        Cover both = new Cover(
                number,
                later ? other.plate : plate,
                later ? other.plateAt : plateAt,
                Math.min(opened, other.opened),
                Math.min(closed, other.closed),
                Math.max(told, other.told));
        return both.equals(this) ? this : both;
    }

    /** Whether a vehicle was bound by it at a time in ms. */
    boolean binds(String vehicle, long at) {
        return vehicle.equals(plate) && opened <= at && at < closed;
    }
}

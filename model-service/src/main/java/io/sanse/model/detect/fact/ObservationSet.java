package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.List;

/** A small set of observations by id. */
final class ObservationSet {
    private ObservationSet() {}

    /** The same list when the observation is in it. */
    static List<Observation> with(List<Observation> set, Observation observation) {
        for (Observation known : set) {
            if (known.id().equals(observation.id())) {
                return set;
            }
        }
        List<Observation> more = new ArrayList<>(set);
        more.add(observation);
        return more;
    }
}

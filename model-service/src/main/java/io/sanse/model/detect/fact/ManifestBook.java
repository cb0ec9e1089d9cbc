package io.sanse.model.detect.fact;

import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Steps of several manifests, sorted out by number. */
final class ManifestBook {
    private ManifestBook() {}

    static List<Manifest> manifests(Collection<Observation> steps) {
        Map<String, List<Observation>> byNumber = new TreeMap<>();
        for (Observation step : steps) {
            byNumber.computeIfAbsent(number(step), none -> new ArrayList<>()).add(step);
        }
        return byNumber.values().stream().map(Manifest::of).toList();
    }

    static String number(Observation step) {
        return ((ManifestStep) step.payload()).number();
    }
}

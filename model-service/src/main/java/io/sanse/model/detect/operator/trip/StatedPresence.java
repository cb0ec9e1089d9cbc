package io.sanse.model.detect.operator.trip;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A place and time at which a vehicle was, as a manifest says: at the generator when it was picked up, at the receiver when it was received.
 *
 * @param manifest which says so
 * @param step that says it
 * @param firm whose gate it is
 * @param place where
 */
record StatedPresence(Manifest manifest, Observation step, Entry<Details.Enterprise> firm, GeoPoint place) {
    /** By time; a firm whose place is not known says nothing. */
    static List<StatedPresence> all(World world, List<Manifest> manifests) {
        List<StatedPresence> all = new ArrayList<>();
        for (Manifest manifest : manifests) {
            add(world, manifest, Step.PICKED_UP, ManifestStep::generator, all);
            add(world, manifest, Step.RECEIVED, ManifestStep::receiver, all);
        }
        all.sort(Comparator.comparing(StatedPresence::step, Manifest.ORDER));
        return all;
    }

    private static void add(
            World world, Manifest manifest, Step kind, Function<ManifestStep, String> firm, List<StatedPresence> all) {
        Observation step = manifest.first(kind);
        Entry<Details.Enterprise> known = step == null ? null : world.enterprise(manifest.known(firm));
        if (known != null && known.details().location() != null) {
            all.add(new StatedPresence(manifest, step, known, known.details().location()));
        }
    }

    /** Event time, ms. */
    long at() {
        return step.observedAt().toEpochMilli();
    }

    /** When the manifest was voided, or {@link Long#MAX_VALUE}, ms. */
    long voidedAt() {
        Observation voided = manifest.first(Step.VOIDED);
        return voided == null ? Long.MAX_VALUE : voided.observedAt().toEpochMilli();
    }

    double distanceM(StatedPresence other) {
        return place.distanceM(other.place);
    }
}

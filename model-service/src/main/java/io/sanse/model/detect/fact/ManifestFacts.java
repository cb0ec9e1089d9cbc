package io.sanse.model.detect.fact;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a manifest.
 *
 * @param steps its steps
 * @param weighings what weigh bridges said of its load
 */
public record ManifestFacts(List<Observation> steps, List<Observation> weighings) implements Facts {
    public static final ManifestFacts NONE = new ManifestFacts(List.of(), List.of());

    /** How long after its end a manifest is kept: corrections come late, ms. */
    public static final long KEPT_MS = 30L * 24 * 3_600_000;

    public ManifestFacts {
        steps = List.copyOf(steps);
        weighings = List.copyOf(weighings);
    }

    @Override
    public ManifestFacts with(Observation observation) {
        if (observation.kind() == Kind.MANIFEST) {
            List<Observation> more = ObservationSet.with(steps, observation);
            return more == steps ? this : new ManifestFacts(more, weighings);
        }
        if (observation.kind() == Kind.WEIGHING) {
            List<Observation> more = ObservationSet.with(weighings, observation);
            return more == weighings ? this : new ManifestFacts(steps, more);
        }
        return this;
    }

    /** The manifest, or null when only weighings are known. */
    public Manifest manifest() {
        return steps.isEmpty() ? null : Manifest.of(steps);
    }

    /** Everything, steps and weighings. */
    public List<Observation> all() {
        List<Observation> all = new ArrayList<>(steps);
        all.addAll(weighings);
        return all;
    }

    @Override
    public ManifestFacts forget(long since) {
        return this;
    }

    @Override
    public ManifestFacts trimmed(Trim trim) {
        List<Observation> fewerSteps = trim.last("manifest", steps);
        List<Observation> fewerWeighings = trim.last("weighing", weighings);
        return fewerSteps == steps && fewerWeighings == weighings
                ? this
                : new ManifestFacts(fewerSteps, fewerWeighings);
    }

    @Override
    public long horizon() {
        return Long.MIN_VALUE;
    }

    @Override
    public boolean knowsNothing() {
        return steps.isEmpty() && weighings.isEmpty();
    }

    /** A while after its end. */
    @Override
    public Wake expiry() {
        Manifest manifest = manifest();
        if (manifest == null || manifest.endedAt() == Long.MAX_VALUE) {
            return null;
        }
        Observation last = manifest.steps().get(manifest.steps().size() - 1);
        return new Wake(last.source().feed(), Hand.RUNNING, manifest.endedAt() + KEPT_MS);
    }
}

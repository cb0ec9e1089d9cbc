package io.sanse.model.detect.operator;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.registry.Details;
import io.sanse.model.detect.fact.Manifest;
import io.sanse.model.detect.situation.Finding;
import io.sanse.model.detect.situation.Labels;
import io.sanse.model.detect.world.Entry;
import io.sanse.model.detect.world.World;

/**
 * The firms of a manifest, by code, each null when not known.
 *
 * @param generator 移出人
 * @param carrier 承运人
 * @param receiver 接受人
 */
record ManifestParties(String generator, String carrier, String receiver) {
    static ManifestParties of(Manifest manifest) {
        return new ManifestParties(
                manifest.known(ManifestStep::generator),
                manifest.known(ManifestStep::carrier),
                manifest.known(ManifestStep::receiver));
    }

    /** Names the firms; the generator is the source. */
    void into(Finding finding, World world) {
        finding.source(generator)
                .mentions(subject(carrier))
                .mentions(subject(receiver))
                .names("generator", Labels.enterprise(world, generator))
                .names("carrier", Labels.enterprise(world, carrier))
                .names("receiver", Labels.enterprise(world, receiver));
    }

    private static Subject subject(String code) {
        return code == null ? null : Subject.enterprise(code);
    }

    /** Puts the finding at the gate of the firm whose turn it is. */
    Finding at(Finding finding, World world, String firm) {
        Entry<Details.Enterprise> known = world.enterprise(firm);
        return known == null
                ? finding
                : finding.at(known.details().location(), known.details().division())
                        .refers("enterprise:" + firm, known.version());
    }
}

package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.Objects;

/**
 * A version to write down.
 *
 * @param caller its author
 * @param model model id; the text has the same
 * @param text YAML; its number is greater than those known
 * @param cases its table of cases, YAML
 */
public record VersionProposal(Caller caller, String model, String text, String cases) {
    public VersionProposal {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cases, "cases");
    }
}

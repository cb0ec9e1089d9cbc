package io.sanse.contract.explain;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/**
 * Plays the kept history of one subject again. Staff only: others fail with FORBIDDEN. Whether the subject exists for the caller is the gateway's to say. Both fail with UNAVAILABLE when the
 * broker does not answer or the history is too long to be played in time.
 */
@ProxyGen
public interface ExplanationService {
    String ADDRESS = "sanse.explanation";

    /**
     * The evidence bundle of the last word on a detection; it has been verified before it is given. Fails with NOT_FOUND when no such detection is kept, with FORBIDDEN when it
     * rests on what is registered of persons and the caller may not read that or names no purpose, with CONFLICT when what is kept of the
     * history no longer gives it.
     */
    Future<EvidenceBundle> bundle(BundleQuery query);

    /** What a model looked at around a moment, and which conditions held. Fails with NOT_FOUND when there is no such model, with REJECTED when it is not about subjects of this type, with FORBIDDEN when it looks at what is registered of persons. */
    Future<ModelExplanation> explain(ExplanationQuery query);
}

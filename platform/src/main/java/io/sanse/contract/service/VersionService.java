package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** The life of models' versions; answered by model-service. For operators and admins. */
@ProxyGen
public interface VersionService {
    String ADDRESS = "sanse.version";

    /** The versions of a model that were written down. Fails with NOT_FOUND when there is no such model. */
    Future<ModelVersionList> versions(VersionQuery query);

    /**
     * Writes a version down as a draft; the same text again completes with it as it is. Fails with FORBIDDEN (role), REJECTED (text or cases cannot be read; detail
     * {@code problems}: a list of {@code model}, {@code line}, {@code column}, {@code what}) or CONFLICT (its number is not the next one).
     */
    Future<ModelVersion> propose(VersionProposal proposal);

    /**
     * One step. Fails with NOT_FOUND, FORBIDDEN (role, the author publishes its own version, or who asked for a retirement agrees to it), STALE (the revision is another
     * one) or CONFLICT (the stage does not allow it; the message says what does). A test or gate that does not pass is no failure: the version stays where it was and says
     * why. A retirement that has only been asked for is none either: the version says who asked.
     */
    Future<ModelVersion> command(VersionCommand command);

    /** Until when the versions that are live now are certified. Fails with FORBIDDEN (role). */
    Future<CertificationList> certifications(CertificationQuery query);

    /**
     * A step of a certification: one person asks for a date, another agrees to it. Fails with NOT_FOUND (the version is not live), FORBIDDEN (role), STALE (the revision is
     * another one), REJECTED (the date is past or too far) or CONFLICT (another date was asked for).
     */
    Future<Certification> certify(CertificationCommand command);
}

package io.sanse.contract.access;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** The access log: who read what is registered of persons, and what for; kept by ingest-service. */
@ProxyGen
public interface AccessService {
    String ADDRESS = "sanse.access";

    /**
     * Takes one of the places that the caller has in the running minute, at whichever gateway, so that nobody guesses for long nor fills the log: of many questions asked at
     * once no more find anything out than there are places. Fails with UNAVAILABLE.
     */
    Future<AccessTurn> turn(AccessTurnQuery query);

    /** Writes an access down, and gives its place back when it was not refused; completes when it is on disk, so that a record that waits for it is never shown without. Fails with UNAVAILABLE. */
    Future<Void> note(AccessNote note);

    /** One page of the log, newest first. Fails with FORBIDDEN (auditors only) or REJECTED (the cursor). */
    Future<AccessPage> list(AccessQuery query);
}

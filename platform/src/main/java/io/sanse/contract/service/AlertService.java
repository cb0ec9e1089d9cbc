package io.sanse.contract.service;

import io.vertx.codegen.annotations.ProxyGen;
import io.vertx.core.Future;

/** Alerts and what is done about them; answered by alert-service. */
@ProxyGen
public interface AlertService {
    String ADDRESS = "sanse.alert";

    /** One page, newest first. Rows outside the caller's rights are not there. Fails with REJECTED for a bad cursor. */
    Future<AlertPage> list(AlertQuery query);

    /** The alert with evidence, timeline and routing. Fails with NOT_FOUND when it is none or not the caller's to see. */
    Future<AlertDossier> get(AlertRef ref);

    /**
     * Does what the command says, once per command id: a repeat completes as the first did. Fails with NOT_FOUND, FORBIDDEN (role), STALE
     * (expectedVersion; detail {@code version}), CONFLICT (the state does not allow it; detail {@code allowed}) or REJECTED (details are missing).
     */
    Future<CommandResult> command(AlertCommand command);

    /** What became of the alerts of each model, as far as the caller may see them: how right the models are. */
    Future<OutcomeList> outcomes(OutcomeQuery query);

    /** Events behind a cursor in the order of the log, filtered by the caller's rights; the page's cursor moves on even when all were filtered. */
    Future<AlertEventPage> eventsAfter(EventsQuery query);
}

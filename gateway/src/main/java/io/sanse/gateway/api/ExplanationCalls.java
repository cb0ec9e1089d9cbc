package io.sanse.gateway.api;

import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.explain.BundleQuery;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.explain.ExplanationQuery;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.AlertRef;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;

/** Why a model said something, and why not. Both show what was observed of a subject: who may not ask for that may not ask for this. */
public final class ExplanationCalls {
    private final Services services;
    private final SubjectRights rights;
    private final PersonRecords persons;

    public ExplanationCalls(Services services, PersonRecords persons) {
        this.services = services;
        this.rights = new SubjectRights(services);
        this.persons = persons;
    }

    /** {@code GET /api/v1/alerts/{id}/bundle}. */
    public Future<Reply> bundle(Call call) {
        return services.alerts()
                .get(new AlertRef(call.caller(), call.parameters().uuid("id")))
                .compose(dossier -> bundle(call, dossier))
                .map(Reply::ok);
    }

    private Future<EvidenceBundle> bundle(Call call, AlertDossier dossier) {
        Alert alert = dossier.alert();
        Set<Subject> behind = PersonRecords.behind(dossier);
        if (behind.isEmpty()) {
            return rights.require(call.caller(), alert.subject())
                    .compose(visible -> services.explanations().bundle(query(call, alert, null)));
        }
        PersonRecords.Wanted wanted =
                new PersonRecords.Wanted(call, "/api/v1/alerts/" + alert.id() + "/bundle", behind);
        return persons.shown(wanted, stated -> rights.require(call.caller(), stated, behind)
                .compose(visible -> services.explanations().bundle(query(call, alert, stated)))
                .compose(bundle -> noOthers(bundle, behind)));
    }

    private static BundleQuery query(Call call, Alert alert, StatedPurpose stated) {
        return new BundleQuery(call.caller(), alert.model(), alert.subject(), alert.episodeStart(), stated);
    }

    /** The detection's last word may be newer than the alert that was looked at; what is written down must be all that is given. */
    private static Future<EvidenceBundle> noOthers(EvidenceBundle bundle, Set<Subject> behind) {
        return bundle.registry().stream()
                        .map(known -> known.path("key").asText())
                        .filter(key -> key.startsWith(SubjectType.PERSON.text() + ':'))
                        .allMatch(key -> behind.contains(Subject.parse(key)))
                ? Future.succeededFuture(bundle)
                : Future.failedFuture(ServiceError.CONFLICT.exception("The alert has changed meanwhile; ask again"));
    }

    /** {@code GET /api/v1/models/{model}/explanation}. */
    public Future<Reply> explain(Call call) {
        Subject subject = call.parameters().value("subject", Subject::parse);
        Instant at = call.parameters().instant("at").orElseThrow();
        ExplanationQuery query =
                new ExplanationQuery(call.caller(), call.parameters().text("model"), subject, at);
        return rights.require(call.caller(), subject, at)
                .compose(visible -> services.explanations().explain(query))
                .map(Reply::ok);
    }
}

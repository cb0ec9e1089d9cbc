package io.sanse.gateway.api;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.AlertQuery;
import io.sanse.contract.service.AlertRef;
import io.sanse.contract.service.AlertService;
import io.sanse.gateway.http.Call;
import io.sanse.gateway.http.Parameters;
import io.sanse.gateway.http.Reply;
import io.vertx.core.Future;
import java.util.Arrays;

/** Alerts: list, get, command. */
public final class AlertCalls {
    static final int MAX_PAGE = 200;

    private final AlertService alerts;

    public AlertCalls(AlertService alerts) {
        this.alerts = alerts;
    }

    /** {@code GET /api/v1/alerts}. */
    public Future<Reply> list(Call call) {
        Parameters parameters = call.parameters();
        return alerts.list(new AlertQuery(
                        call.caller(),
                        parameters.value("level", Level::of),
                        parameters.value("state", AlertState::of),
                        parameters.flag("open"),
                        parameters.text("model"),
                        parameters.value("subject", Subject::parse),
                        parameters.text("department"),
                        parameters.text("division"),
                        parameters.instant("from").orElse(null),
                        parameters.instant("until").orElse(null),
                        parameters.text("after"),
                        Math.min(MAX_PAGE, parameters.integer("limit"))))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/subjects/{type}/{id}/alerts}. */
    public Future<Reply> ofSubject(Call call) {
        Parameters parameters = call.parameters();
        return alerts.list(new AlertQuery(
                        call.caller(),
                        null,
                        null,
                        null,
                        null,
                        SubjectCalls.subject(parameters),
                        null,
                        null,
                        null,
                        null,
                        parameters.text("after"),
                        Math.min(MAX_PAGE, parameters.integer("limit"))))
                .map(Reply::ok);
    }

    /** {@code GET /api/v1/alerts/{id}}. */
    public Future<Reply> get(Call call) {
        String held = call.parameters().text("If-None-Match");
        return alerts.get(new AlertRef(call.caller(), call.parameters().uuid("id")))
                .map(dossier -> reply(dossier, held));
    }

    private static Reply reply(AlertDossier dossier, String held) {
        Reply current = Reply.ok(dossier).version(dossier.alert().version());
        return held != null && matches(held, current.etag()) ? new Reply(304, null, current.etag()) : current;
    }

    /** RFC 9110 section 13.1.2: weak comparison with any of the tags, or {@code *}. */
    private static boolean matches(String held, String etag) {
        return held.strip().equals("*")
                || Arrays.stream(held.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("W/" + etag));
    }

    /** {@code POST /api/v1/alerts/{id}/commands}. */
    public Future<Reply> command(Call call) {
        return alerts.command(CommandBody.command(call))
                .map(result -> Reply.ok(result).version(result.alert().version()));
    }
}

package io.sanse.alert;

import io.sanse.alert.command.Answer;
import io.sanse.alert.command.CommandDesk;
import io.sanse.alert.domain.Lifecycle;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.store.AlertPages;
import io.sanse.alert.store.AlertStore;
import io.sanse.alert.store.Cursor;
import io.sanse.alert.store.EventLog;
import io.sanse.alert.store.EvidenceStore;
import io.sanse.alert.store.Outcomes;
import io.sanse.alert.store.Rights;
import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertCommand;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.contract.service.AlertPage;
import io.sanse.contract.service.AlertQuery;
import io.sanse.contract.service.AlertRef;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.CommandResult;
import io.sanse.contract.service.EventsQuery;
import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.OutcomeQuery;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Answers {@link AlertService}: every question within the caller's rights, every failure a {@link ServiceError}. */
final class AlertEndpoint implements AlertService {
    private static final Answers ANSWERS = new Answers("alerts");
    private static final int MAX_EVENTS = 500;

    private final Database database;
    private final CommandDesk desk;
    private final InstantSource clock;
    private final Outcomes outcomes = new Outcomes();
    private final AlertStore alerts = new AlertStore();
    private final AlertPages pages = new AlertPages();
    private final EvidenceStore evidence = new EvidenceStore();
    private final EventLog log = new EventLog();

    AlertEndpoint(Database database, CommandDesk desk, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.desk = desk;
    }

    @Override
    public Future<AlertPage> list(AlertQuery query) {
        return ANSWERS.to(() -> {
            Rights rights = Rights.of(query.caller());
            return database.transaction(
                    transaction -> rights.ask(transaction, () -> pages.page(transaction, rights, query)));
        });
    }

    @Override
    public Future<AlertDossier> get(AlertRef ref) {
        return ANSWERS.to(() -> {
            Rights rights = Rights.of(ref.caller());
            return database.transaction(
                    transaction -> rights.ask(transaction, () -> alerts.find(transaction, rights, ref.id())
                            .compose(found -> dossier(transaction, ref.caller(), found))));
        });
    }

    private Future<AlertDossier> dossier(SqlConnection transaction, Caller caller, Optional<AlertCase> found) {
        if (found.isEmpty()) {
            return Future.failedFuture(ServiceError.NOT_FOUND.exception("there is no such alert"));
        }
        AlertCase alert = found.get();
        return evidence.latest(transaction, alert.id()).compose(bundle -> log.timeline(transaction, alert.id())
                .map(timeline -> new AlertDossier(
                        alert.seen(),
                        bundle.evidence(),
                        bundle.parameters(),
                        bundle.references(),
                        timeline.stream()
                                .filter(event -> event.number() <= alert.version())
                                .toList(),
                        Lifecycle.allowed(alert, caller.roles(), caller.department()))));
    }

    @Override
    public Future<CommandResult> command(AlertCommand command) {
        return ANSWERS.to(() -> desk.take(command).compose(AlertEndpoint::result));
    }

    private static Future<CommandResult> result(Answer answer) {
        if (answer.error() == null) {
            return Future.succeededFuture(answer.result());
        }
        JsonObject detail = new JsonObject();
        if (answer.version() != null) {
            detail.put("version", answer.version());
        }
        if (answer.error() == ServiceError.CONFLICT) {
            JsonArray allowed = new JsonArray();
            answer.allowed().stream().map(CommandType::text).forEach(allowed::add);
            detail.put("allowed", allowed);
        }
        if (answer.error() == ServiceError.STALE) {
            JsonArray changed = new JsonArray();
            answer.changed().forEach(changed::add);
            detail.put("changed", changed);
        }
        return Future.failedFuture(answer.error().exception(answer.message(), detail));
    }

    @Override
    public Future<OutcomeList> outcomes(OutcomeQuery query) {
        return ANSWERS.to(() -> {
            Rights rights = Rights.of(query.caller());
            return database.transaction(transaction ->
                    rights.ask(transaction, () -> outcomes.count(transaction, rights, query, clock.instant())));
        });
    }

    @Override
    public Future<AlertEventPage> eventsAfter(EventsQuery query) {
        return ANSWERS.to(() -> {
            if (query.limit() < 1 || query.limit() > MAX_EVENTS) {
                throw new Rejected("bad-limit", "limit is 1 to " + MAX_EVENTS);
            }
            if (query.after() == null) {
                return database.ask(log::end).map(end -> new AlertEventPage(List.of(), end.toString()));
            }
            return log.page(database, Rights.of(query.caller()), Cursor.parse(query.after()), query.limit());
        });
    }
}

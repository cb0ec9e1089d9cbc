package io.sanse.gateway;

import io.sanse.contract.Caller;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Evidence;
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
import io.sanse.contract.service.OutcomeList.ModelOutcome;
import io.sanse.contract.service.OutcomeList.Precision;
import io.sanse.contract.service.OutcomeQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Alerts in memory with the manners of alert-service: row rights, versions, idempotent commands, an event log. */
final class FakeAlerts implements AlertService {
    final UUID ours = UUID.fromString("6f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f11");
    final UUID foreign = UUID.fromString("7f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f22");
    /** Rests on the person p-1; it is in no list. */
    final UUID onPerson = UUID.fromString("8f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f33");

    /** Rests on the person p-foreign; it is in no list. */
    final UUID onForeign = UUID.fromString("9f2c1f7e-6a55-4d0e-9d60-0d8e8a6f3f44");

    private final Map<UUID, String> behind = Map.of(onPerson, "person:p-1", onForeign, "person:p-foreign");

    final List<AlertCommand> commands = new ArrayList<>();
    final List<AlertQuery> queries = new ArrayList<>();
    final AtomicInteger eventQuestions = new AtomicInteger();

    private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
    private final Map<UUID, CommandResult> results = new LinkedHashMap<>();
    private final List<AlertEvent> log = new ArrayList<>();

    FakeAlerts() {
        raise(ours, "330784");
        raise(foreign, "330106");
    }

    synchronized void raise(UUID id, String division) {
        put(Samples.alert(id, 1, division));
    }

    private void put(Alert alert) {
        alerts.put(alert.id(), alert);
        log.add(Samples.event(alert, "c-" + (log.size() + 1)));
    }

    synchronized AlertCommand lastCommand() {
        return commands.get(commands.size() - 1);
    }

    synchronized AlertQuery lastQuery() {
        return queries.get(queries.size() - 1);
    }

    @Override
    public Future<OutcomeList> outcomes(OutcomeQuery query) {
        ModelOutcome outcome = new ModelOutcome("vehicle-suspicious-stop", 9, 4, 1, 1, 2, 6, 1, Precision.of(4, 1));
        return Future.succeededFuture(new OutcomeList(List.of(outcome)));
    }

    @Override
    public synchronized Future<AlertPage> list(AlertQuery query) {
        queries.add(query);
        if ("bad".equals(query.after())) {
            return Future.failedFuture(ServiceError.REJECTED.exception("after is no cursor of this list"));
        }
        return Future.succeededFuture(new AlertPage(
                alerts.values().stream()
                        .filter(alert -> query.caller().sees(alert.division()))
                        .filter(alert -> query.subject() == null || names(alert, query.subject()))
                        .limit(query.limit())
                        .toList(),
                null));
    }

    private static boolean names(Alert alert, Subject subject) {
        return alert.subject().equals(subject) || alert.mentions().contains(subject);
    }

    @Override
    public synchronized Future<AlertDossier> get(AlertRef ref) {
        Alert alert = visible(ref.caller(), ref.id());
        if (alert == null) {
            return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such alert"));
        }
        return Future.succeededFuture(new AlertDossier(
                alert,
                List.of(new Evidence(UUID.randomUUID(), "position", Samples.NIGHT, null, "{}")),
                Map.of("dwell", "10 min"),
                behind.containsKey(alert.id())
                        ? Map.of("zone:Z1", 3L, behind.get(alert.id()), 2L)
                        : Map.of("zone:Z1", 3L),
                log.stream().filter(event -> event.alertId().equals(alert.id())).toList(),
                List.of(CommandType.SIGN, CommandType.COMMENT)));
    }

    private Alert visible(Caller caller, UUID id) {
        Alert alert = behind.containsKey(id) ? Samples.alert(id, 1, "330784") : alerts.get(id);
        return alert != null && caller.sees(alert.division()) ? alert : null;
    }

    @Override
    public synchronized Future<CommandResult> command(AlertCommand command) {
        commands.add(command);
        Alert alert = visible(command.caller(), command.alertId());
        if (alert == null) {
            return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such alert"));
        }
        if (results.containsKey(command.commandId())) {
            return Future.succeededFuture(results.get(command.commandId()));
        }
        if (command.expectedVersion() != null && command.expectedVersion() != alert.version()) {
            return Future.failedFuture(ServiceError.STALE.exception(
                    "The alert is at version " + alert.version(), new JsonObject().put("version", alert.version())));
        }
        if (command.type() == CommandType.CLOSE) {
            return Future.failedFuture(ServiceError.CONFLICT.exception(
                    "A dispatched alert cannot be closed", new JsonObject().put("allowed", JsonArray.of("sign"))));
        }
        return Future.succeededFuture(done(command, alert));
    }

    private CommandResult done(AlertCommand command, Alert alert) {
        Alert next = Samples.alert(alert.id(), alert.version() + 1, alert.division());
        put(next);
        CommandResult result = new CommandResult(command.commandId(), next, next.version());
        results.put(command.commandId(), result);
        return result;
    }

    @Override
    public synchronized Future<AlertEventPage> eventsAfter(EventsQuery query) {
        eventQuestions.incrementAndGet();
        int from = query.after() == null ? log.size() : position(query.after());
        if (from < 0 || from > log.size()) {
            return Future.failedFuture(ServiceError.REJECTED.exception("after is no cursor of the log"));
        }
        int until = Math.min(log.size(), from + query.limit());
        return Future.succeededFuture(new AlertEventPage(
                log.subList(from, until).stream()
                        .filter(event -> query.caller().sees(event.alert().division()))
                        .toList(),
                "c-" + until));
    }

    private static int position(String cursor) {
        return cursor.matches("c-[0-9]{1,6}") ? Integer.parseInt(cursor.substring(2)) : -1;
    }
}

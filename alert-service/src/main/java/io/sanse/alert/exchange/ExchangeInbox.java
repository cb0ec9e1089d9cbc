package io.sanse.alert.exchange;

import io.sanse.alert.command.Answer;
import io.sanse.alert.command.CommandDesk;
import io.sanse.alert.domain.event.Author;
import io.sanse.contract.Caller;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.AlertCommand;
import io.sanse.contract.service.ExchangeReceipt.Result;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Takes the province's events, each once: the inbox row and the command's effect are one transaction. */
final class ExchangeInbox {
    private static final Caller PROVINCE = new Caller("province", Set.of(Role.PROVINCE), null, List.of(""));
    private static final String CLAIM = """
            INSERT INTO exchange_inbox (source, id, alert_id, status, reason, content, received_at)
            VALUES ($1, $2, $3, 'parked', NULL, $4, $5) ON CONFLICT DO NOTHING""";
    private static final String SETTLE =
            "UPDATE exchange_inbox SET status = $3, reason = $4 WHERE source = $1 AND id = $2";
    private static final String PARKED_OF = """
            SELECT content FROM exchange_inbox WHERE alert_id = $1 AND status = 'parked' ORDER BY received_at, id""";

    private final Database database;
    private final CommandDesk desk;
    private final Function<DeadLetter, Future<Void>> deadLetters;
    private final InstantSource clock;

    /** @param deadLetters keeps what cannot be read */
    ExchangeInbox(
            Database database, CommandDesk desk, Function<DeadLetter, Future<Void>> deadLetters, InstantSource clock) {
        this.database = database;
        this.desk = desk;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** One result per event, in their order; one that cannot be read does not stop the ones behind it. */
    Future<List<Result>> receive(List<Map<String, Object>> events) {
        List<Result> results = new ArrayList<>();
        Future<Void> chain = Future.succeededFuture();
        for (Map<String, Object> event : events) {
            chain = chain.compose(done -> receive(event)).map(result -> {
                results.add(result);
                return null;
            });
        }
        return chain.map(done -> results);
    }

    private Future<Result> receive(Map<String, Object> event) {
        ProvinceEvent read = ProvinceEvent.read(event);
        if (read instanceof ProvinceEvent.Command command) {
            return database.transaction(transaction -> takeOnce(transaction, command, Json.text(event)));
        }
        return bury(event, (ProvinceEvent.Unreadable) read);
    }

    private Future<Result> bury(Map<String, Object> event, ProvinceEvent.Unreadable unreadable) {
        byte[] raw = Json.bytes(event);
        DeadLetter letter = new DeadLetter(
                UUID.nameUUIDFromBytes(raw),
                "alert-service",
                "exchange",
                "province",
                "unreadable-event",
                unreadable.reason(),
                raw,
                clock.instant());
        return deadLetters.apply(letter).map(new Result(unreadable.id(), "refused", unreadable.reason()));
    }

    private Future<Result> takeOnce(SqlConnection transaction, ProvinceEvent.Command command, String content) {
        Tuple claim = Tuple.of(
                command.source(),
                command.id(),
                command.alertId(),
                content,
                clock.instant().atOffset(ZoneOffset.UTC));
        return transaction
                .preparedQuery(CLAIM)
                .execute(claim)
                .compose(claimed -> claimed.rowCount() == 0
                        ? Future.succeededFuture(new Result(command.id(), "repeated", null))
                        : apply(transaction, command));
    }

    private Future<Result> apply(SqlConnection transaction, ProvinceEvent.Command command) {
        AlertCommand order = new AlertCommand(
                PROVINCE,
                command.alertId(),
                command.commandId(),
                null,
                command.type(),
                command.reason(),
                command.at(),
                command.details());
        return desk.take(transaction, order, Author.PROVINCE)
                .map(answer -> result(command.id(), answer))
                .compose(result -> transaction
                        .preparedQuery(SETTLE)
                        .execute(Tuple.of(command.source(), command.id(), result.status(), result.reason()))
                        .map(result));
    }

    private static Result result(String id, Answer answer) {
        if (answer.error() == null) {
            return new Result(id, "applied", null);
        }
        return answer.error() == ServiceError.NOT_FOUND
                ? new Result(id, "parked", "the alert is not known yet")
                : new Result(id, "refused", answer.message());
    }

    /** Applies what waited for an alert that has now come, in the transaction that shares it. */
    Future<Void> unpark(SqlConnection transaction, UUID alertId) {
        return transaction.preparedQuery(PARKED_OF).execute(Tuple.of(alertId)).compose(rows -> {
            Future<Void> chain = Future.succeededFuture();
            for (ProvinceEvent.Command command : commands(rows)) {
                chain = chain.compose(done -> apply(transaction, command)).mapEmpty();
            }
            return chain;
        });
    }

    private static List<ProvinceEvent.Command> commands(RowSet<Row> rows) {
        List<ProvinceEvent.Command> commands = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> event = new JsonObject(row.getString("content")).getMap();
            if (ProvinceEvent.read(event) instanceof ProvinceEvent.Command command) {
                commands.add(command);
            }
        }
        return commands;
    }
}

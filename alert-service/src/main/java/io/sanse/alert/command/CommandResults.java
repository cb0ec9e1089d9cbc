package io.sanse.alert.command;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.ledger.Canonical;
import io.sanse.alert.ledger.Digest;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertCommand;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Answers that were given, by caller and command id. */
final class CommandResults {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 1))";
    private static final String FIND =
            "SELECT fingerprint, answer FROM command_result WHERE caller = $1 AND command_id = $2";
    private static final String SAVE = """
            INSERT INTO command_result (caller, command_id, alert_id, fingerprint, answer, answered_at)
            VALUES ($1, $2, $3, $4, $5, $6)""";

    /**
     * An answer that was given.
     *
     * @param fingerprint of the command that it was given to
     */
    record Given(String fingerprint, Answer answer) {}

    /** What makes two commands the same; when the client sent it does not count. */
    private record Content(
            UUID alertId, Long expectedVersion, CommandType type, String reason, CommandDetails details) {}

    static String fingerprint(AlertCommand command) {
        return Digest.of(Canonical.text(new Content(
                command.alertId(), command.expectedVersion(), command.type(), command.reason(), command.details())));
    }

    /** Waits until nobody else answers the same command, and says how it was answered. */
    Future<Optional<Given>> find(SqlClient transaction, AlertCommand command) {
        String user = command.caller().user();
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(command.commandId() + " " + user))
                .compose(locked -> transaction.preparedQuery(FIND).execute(Tuple.of(user, command.commandId())))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new Given(row.getString("fingerprint"), read(row.getString("answer"))));
                    }
                    return Optional.empty();
                });
    }

    private static Answer read(String answer) {
        try {
            return Json.parse(answer, Answer.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps the answer to a command that was not answered before. */
    Future<Void> save(SqlClient transaction, AlertCommand command, Answer answer, Instant now) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(
                        command.caller().user(),
                        command.commandId(),
                        command.alertId(),
                        fingerprint(command),
                        Json.text(answer),
                        now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }
}

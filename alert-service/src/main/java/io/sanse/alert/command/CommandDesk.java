package io.sanse.alert.command;

import io.sanse.alert.domain.Input;
import io.sanse.alert.domain.Outcome;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.store.AlertStore;
import io.sanse.alert.store.EventLog;
import io.sanse.alert.store.Registrar;
import io.sanse.alert.store.Rights;
import io.sanse.alert.store.Worlds;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.service.AlertCommand;
import io.sanse.contract.service.CommandResult;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;

/** Takes commands, each once. */
public final class CommandDesk {
    private static final Answer NOT_FOUND = Answer.refused(ServiceError.NOT_FOUND, "there is no such alert");

    private final Database database;
    private final Registrar registrar;
    private final Worlds worlds;
    private final AlertStore alerts = new AlertStore();
    private final EventLog log = new EventLog();
    private final CommandResults results = new CommandResults();

    public CommandDesk(Database database, Registrar registrar, Worlds worlds) {
        this.database = database;
        this.registrar = registrar;
        this.worlds = worlds;
    }

    /** A command of somebody of the city, for an alert that the caller may see. Fails only when the answer is not known. */
    public Future<Answer> take(AlertCommand command) {
        Optional<Answer> malformed = malformed(command);
        if (malformed.isPresent()) {
            return Future.succeededFuture(malformed.get());
        }
        return database.transaction(
                transaction -> results.find(transaction, command).compose(given -> answered(command, given)
                        .map(Future::succeededFuture)
                        .orElseGet(() -> obeyIfSeen(transaction, command))));
    }

    private static Optional<Answer> answered(AlertCommand command, Optional<CommandResults.Given> given) {
        return given.map(before -> before.fingerprint().equals(CommandResults.fingerprint(command))
                ? before.answer()
                : Answer.refused(ServiceError.REJECTED, "the command id was used for another command"));
    }

    private Future<Answer> obeyIfSeen(SqlConnection transaction, AlertCommand command) {
        Rights rights = Rights.of(command.caller());
        return rights.ask(transaction, () -> alerts.subjectOf(transaction, rights, command.alertId()))
                .compose(subject -> subject.isPresent()
                        ? obey(transaction, command, Author.CITY)
                        : Future.succeededFuture(NOT_FOUND));
    }

    /**
     * A command in the caller's own transaction, whatever alert it is for: for the provincial exchange, whose inbox entry must be committed with its effect.
     * Roles and details are checked as ever.
     *
     * @param origin {@link Author#CITY} or {@link Author#PROVINCE}
     */
    public Future<Answer> take(SqlConnection transaction, AlertCommand command, String origin) {
        Optional<Answer> malformed = malformed(command);
        if (malformed.isPresent()) {
            return Future.succeededFuture(malformed.get());
        }
        return results.find(transaction, command).compose(given -> answered(command, given)
                .map(Future::succeededFuture)
                .orElseGet(() -> obey(transaction, command, origin)));
    }

    private static Optional<Answer> malformed(AlertCommand command) {
        boolean whole = command.commandId() != null && command.alertId() != null && command.type() != null;
        return whole
                ? Optional.empty()
                : Optional.of(Answer.refused(ServiceError.REJECTED, "a command has an id, an alert and a type"));
    }

    private Future<Answer> obey(SqlConnection transaction, AlertCommand command, String origin) {
        Author author = new Author(command.caller().user(), command.caller().department(), origin, command.clientAt());
        Input.Command input = new Input.Command(
                command.type(),
                author,
                command.caller().roles(),
                command.expectedVersion(),
                command.reason(),
                command.details() == null ? CommandDetails.NONE : command.details());
        return registrar
                .apply(transaction, command.alertId(), input)
                .compose(outcome -> outcome.isEmpty()
                        ? Future.succeededFuture(NOT_FOUND)
                        : answer(transaction, command, input.author(), outcome.get())
                                .compose(answer -> results.save(transaction, command, answer, worlds.now())
                                        .map(answer)));
    }

    private Future<Answer> answer(SqlConnection transaction, AlertCommand command, Author author, Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refusal(transaction, command, refused);
        }
        CommandResult result =
                new CommandResult(command.commandId(), outcome.after().seen(), eventOf(author, outcome));
        return Future.succeededFuture(Answer.done(result));
    }

    /** Clocks may have moved before the author's own step, and consequences follow it. */
    private static long eventOf(Author author, Outcome outcome) {
        List<Step> steps = outcome.steps();
        int own = 0;
        while (!steps.get(own).author().equals(author)) {
            own++;
        }
        return outcome.after().version() - steps.size() + own + 1;
    }

    private Future<Answer> refusal(SqlConnection transaction, AlertCommand command, Outcome.Refused refused) {
        Outcome.Refusal why = refused.refusal();
        ServiceError error =
                switch (why.kind()) {
                    case FORBIDDEN -> ServiceError.FORBIDDEN;
                    case STALE -> ServiceError.STALE;
                    case CONFLICT -> ServiceError.CONFLICT;
                    case REJECTED -> ServiceError.REJECTED;
                };
        Answer answer = new Answer(error, why.message(), refused.after().version(), why.allowed(), List.of(), null);
        return why.kind() == Outcome.Kind.STALE
                ? log.typesSince(transaction, command.alertId(), command.expectedVersion())
                        .map(answer::changed)
                : Future.succeededFuture(answer);
    }
}

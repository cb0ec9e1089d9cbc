package io.sanse.alert.domain;

import io.sanse.alert.domain.Outcome.Kind;
import io.sanse.alert.domain.Outcome.Refusal;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Author;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Task;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.Routing;
import java.util.List;
import java.util.Optional;

/** What a command makes of an alert. */
final class CommandRules {
    private CommandRules() {}

    /**
     * Checks and applies.
     *
     * @param seen version of the alert before its clocks were looked at: what the author can have seen
     * @return why not, or empty when it is done
     */
    static Optional<Refusal> obey(Draft draft, Input.Command command, long seen) {
        Optional<Refusal> refusal = refusal(draft, command, seen);
        if (refusal.isEmpty()) {
            apply(draft, command);
        }
        return refusal;
    }

    private static Optional<Refusal> refusal(Draft draft, Input.Command command, long seen) {
        AlertCase alert = draft.alert();
        String name = command.type().text();
        if (!Roads.fits(command.type(), command.roles())) {
            return refuse(Kind.FORBIDDEN, "your roles do not allow " + name, draft, command);
        }
        if (command.expectedVersion() != null && command.expectedVersion() != seen) {
            return refuse(Kind.STALE, "the alert is at version " + alert.version() + " now", draft, command);
        }
        if (Roads.find(command.type(), alert, command.roles(), command.author().department())
                .isEmpty()) {
            String message = name + " is not possible while the alert is "
                    + alert.level().text() + ' ' + alert.state().text();
            return refuse(Kind.CONFLICT, message, draft, command);
        }
        Optional<String> problem =
                DetailsRules.problem(command, alert, draft.world().router());
        if (problem.isPresent()) {
            return refuse(Kind.REJECTED, problem.get(), draft, command);
        }
        return spokenFor(command, alert)
                ? Optional.empty()
                : refuse(Kind.CONFLICT, acting(command, alert) + " has done so or may not yet", draft, command);
    }

    private static Optional<Refusal> refuse(Kind kind, String message, Draft draft, Input.Command command) {
        String department = command.author().department();
        return Optional.of(new Refusal(kind, message, Roads.allowed(draft.alert(), command.roles(), department)));
    }

    private static boolean spokenFor(Input.Command command, AlertCase alert) {
        return switch (command.type()) {
            case SIGN -> Roads.unsigned(alert).contains(acting(command, alert));
            case FEED_BACK -> Roads.notFedBack(alert).contains(acting(command, alert));
            case ACKNOWLEDGE,
                    DISPATCH,
                    NOTIFY,
                    ARRIVE,
                    VERIFY,
                    HANDLE,
                    REVIEW,
                    RETURN,
                    TRANSFER,
                    URGE,
                    SUPERVISE,
                    COMMENT,
                    CLOSE,
                    REOPEN -> true;
        };
    }

    /** The department for which the author speaks. */
    private static String acting(Input.Command command, AlertCase alert) {
        Author author = command.author();
        return Roads.actsFor(alert, command.roles(), author.department())
                ? author.department()
                : command.details().department();
    }

    private static void apply(Draft draft, Input.Command command) {
        ClockChanges clocks = draft.clocks();
        Level level = draft.alert().level();
        switch (command.type()) {
            case ACKNOWLEDGE -> acknowledge(draft, command);
            case DISPATCH -> dispatch(draft, command);
            case SIGN -> sign(draft, command);
            case NOTIFY ->
                write(
                        draft,
                        command,
                        AlertEventType.NOTIFIED,
                        Effect.to(AlertState.NOTIFIED)
                                .clocks(clocks.stop(ClockName.NOTIFY)
                                        .start(ClockName.ARRIVE, level)
                                        .list()));
            case ARRIVE ->
                write(
                        draft,
                        command,
                        AlertEventType.ARRIVED,
                        Effect.to(AlertState.ON_SCENE)
                                .clocks(clocks.stop(ClockName.ARRIVE).list()));
            case VERIFY -> verify(draft, command);
            case HANDLE -> write(draft, command, AlertEventType.HANDLED, Effect.to(AlertState.HANDLED));
            case FEED_BACK -> feedBack(draft, command);
            case REVIEW ->
                write(
                        draft,
                        command,
                        AlertEventType.REVIEWED,
                        Effect.to(AlertState.REVIEWED)
                                .clocks(clocks.stop(ClockName.REVIEW).list()));
            case RETURN -> sendBack(draft, command);
            case TRANSFER -> transfer(draft, command);
            case URGE -> write(draft, command, AlertEventType.URGED, Effect.NONE);
            case SUPERVISE -> write(draft, command, AlertEventType.SUPERVISED, Effect.NONE);
            case COMMENT -> write(draft, command, AlertEventType.COMMENTED, Effect.NONE);
            case CLOSE ->
                write(
                        draft,
                        command,
                        AlertEventType.CLOSED,
                        Effect.to(AlertState.CLOSED).clocks(clocks.stopAll().list()));
            case REOPEN -> reopen(draft, command);
        }
    }

    private static void write(Draft draft, Input.Command command, AlertEventType type, Effect effect) {
        draft.write(said(command, type, command.details()), effect);
    }

    private static Draft.Said said(Input.Command command, AlertEventType type, CommandDetails details) {
        CommandDetails told = details.equals(CommandDetails.NONE) ? null : details;
        return new Draft.Said(type, command.author(), null, command.reason(), null, null, told);
    }

    private static CommandDetails by(String department, CommandDetails given) {
        return new CommandDetails(null, null, null, null, department, null, given.photos(), given.location());
    }

    private static void acknowledge(Draft draft, Input.Command command) {
        write(
                draft,
                command,
                AlertEventType.ACKNOWLEDGED,
                Effect.to(AlertState.ACKNOWLEDGED)
                        .clocks(draft.clocks().stop(ClockName.ACKNOWLEDGE).list()));
        DetectionRules.closeWhenAnswered(draft);
    }

    private static void dispatch(Draft draft, Input.Command command) {
        Routing routing = draft.world().router().byHand(command.details().department(), null);
        LevelRules.dispatchAnew(
                draft,
                said(command, AlertEventType.DISPATCHED, command.details()),
                routing,
                draft.alert().task());
    }

    private static void sign(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        String department = acting(command, alert);
        ClockChanges clocks = draft.clocks().stopOf(ClockName.SIGN, department);
        boolean last = Roads.unsigned(alert).equals(List.of(department)) && alert.state() == AlertState.DISPATCHED;
        if (last) {
            clocks.start(ClockName.NOTIFY, alert.level());
        }
        Effect effect = Effect.NONE.task(alert.task().signedBy(department)).clocks(clocks.list());
        draft.write(
                said(command, AlertEventType.SIGNED, by(department, command.details())),
                last ? effect.state(AlertState.SIGNED) : effect);
    }

    /** What the officers find may make it graver than what the model saw. */
    private static void verify(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        String outcome = command.details().outcome();
        write(
                draft,
                command,
                AlertEventType.VERIFIED,
                Effect.to(AlertState.VERIFIED).task(alert.task().verified(outcome)));
        Double found = command.details().tonnes();
        double much = draft.rules().policy().raise().yellowToRed().tonnes();
        boolean heavy = found != null && found >= much && Task.CONFIRMED.equals(outcome);
        if (heavy && alert.level() == Level.YELLOW) {
            LevelRules.raise(draft, LevelRules.Grade.of(Level.RED, RaiseReason.LARGE_QUANTITY), Effect.NONE, null);
        }
    }

    private static void feedBack(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        String department = acting(command, alert);
        Task task = alert.task().fedBackBy(department);
        boolean last = task.fedBack().containsAll(alert.departments());
        Effect effect = Effect.NONE.task(task);
        draft.write(
                said(command, AlertEventType.FED_BACK, by(department, command.details())),
                last
                        ? effect.state(AlertState.FED_BACK)
                                .clocks(draft.clocks()
                                        .stop(ClockName.FEED_BACK)
                                        .start(ClockName.REVIEW, alert.level())
                                        .list())
                        : effect);
    }

    private static void sendBack(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        AlertState to = command.details().returnTo();
        write(
                draft,
                command,
                AlertEventType.RETURNED,
                Effect.to(to)
                        .task(alert.task().returned(to == AlertState.ON_SCENE))
                        .clocks(draft.clocks()
                                .stop(ClockName.REVIEW)
                                .start(ClockName.FEED_BACK, alert.level())
                                .list()));
    }

    private static void transfer(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        Routing routing = draft.world().router().byHand(command.details().department(), alert.routing());
        LevelRules.dispatchAnew(
                draft,
                said(command, AlertEventType.TRANSFERRED, command.details()),
                routing,
                alert.task().transferredFrom(alert.routing().department()));
    }

    private static void reopen(Draft draft, Input.Command command) {
        AlertCase alert = draft.alert();
        Draft.Said said = said(command, AlertEventType.REOPENED, command.details());
        if (alert.level() == Level.BLUE) {
            DetectionRules.remind(draft, said, alert.task().reopened());
        } else if (alert.routing() == null) {
            draft.write(said, Effect.to(AlertState.OPEN).task(alert.task().reopened()));
        } else {
            LevelRules.dispatchAnew(draft, said, alert.routing(), alert.task().reopened());
        }
    }
}

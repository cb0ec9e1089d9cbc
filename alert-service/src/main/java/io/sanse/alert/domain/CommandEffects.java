package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Task;
import io.sanse.alert.domain.policy.RaiseReason;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.Routing;
import java.util.List;

/** What a command makes of an alert once it is found to be right. */
final class CommandEffects {
    /**
     * A plain step on.
     *
     * @param met clock that it stops, or null
     * @param next clock that it starts, or null
     */
    private record Advance(AlertEventType event, AlertState to, ClockName met, ClockName next) {}

    private static final Advance NOTIFIED =
            new Advance(AlertEventType.NOTIFIED, AlertState.NOTIFIED, ClockName.NOTIFY, ClockName.ARRIVE);
    private static final Advance ARRIVED =
            new Advance(AlertEventType.ARRIVED, AlertState.ON_SCENE, ClockName.ARRIVE, null);
    private static final Advance HANDLED = new Advance(AlertEventType.HANDLED, AlertState.HANDLED, null, null);
    private static final Advance REVIEWED =
            new Advance(AlertEventType.REVIEWED, AlertState.REVIEWED, ClockName.REVIEW, null);

    private CommandEffects() {}

    static void apply(Draft draft, Input.Command command) {
        switch (command.type()) {
            case ACKNOWLEDGE -> acknowledge(draft, command);
            case DISPATCH -> dispatch(draft, command);
            case SIGN -> sign(draft, command);
            case NOTIFY -> advance(draft, command, NOTIFIED);
            case ARRIVE -> advance(draft, command, ARRIVED);
            case VERIFY -> verify(draft, command);
            case HANDLE -> advance(draft, command, HANDLED);
            case FEED_BACK -> feedBack(draft, command);
            case REVIEW -> advance(draft, command, REVIEWED);
            case RETURN -> sendBack(draft, command);
            case TRANSFER -> transfer(draft, command);
            case URGE -> write(draft, command, AlertEventType.URGED, Effect.NONE);
            case SUPERVISE -> write(draft, command, AlertEventType.SUPERVISED, Effect.NONE);
            case COMMENT -> write(draft, command, AlertEventType.COMMENTED, Effect.NONE);
            case CLOSE -> close(draft, command);
            case REOPEN -> reopen(draft, command);
        }
    }

    private static void advance(Draft draft, Input.Command command, Advance advance) {
        ClockChanges clocks = draft.clocks();
        if (advance.met() != null) {
            clocks.stop(advance.met());
        }
        if (advance.next() != null) {
            clocks.start(advance.next(), draft.alert().level());
        }
        write(draft, command, advance.event(), Effect.to(advance.to()).clocks(clocks.list()));
    }

    private static void close(Draft draft, Input.Command command) {
        Effect effect =
                Effect.to(AlertState.CLOSED).clocks(draft.clocks().stopAll().list());
        write(draft, command, AlertEventType.CLOSED, effect);
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
        String department = CommandRules.acting(command, alert);
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
        String department = CommandRules.acting(command, alert);
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

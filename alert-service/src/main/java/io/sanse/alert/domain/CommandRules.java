package io.sanse.alert.domain;

import io.sanse.alert.domain.Outcome.Kind;
import io.sanse.alert.domain.Outcome.Refusal;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.contract.Posts;
import io.sanse.contract.alert.CommandType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a command is obeyed. */
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
            CommandEffects.apply(draft, command);
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

    /** The department for which the author speaks: of its own and its posts, the first that has not spoken yet. */
    static String acting(Input.Command command, AlertCase alert) {
        String own = command.author().department();
        if (!Roads.actsFor(alert, command.roles(), own)) {
            return command.details().department();
        }
        List<String> left = command.type() == CommandType.FEED_BACK ? Roads.notFedBack(alert) : Roads.unsigned(alert);
        return Stream.concat(left.stream(), alert.departments().stream())
                .filter(member -> Posts.covers(own, member))
                .findFirst()
                .orElse(own);
    }
}

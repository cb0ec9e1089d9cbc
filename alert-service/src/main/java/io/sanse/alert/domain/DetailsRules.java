package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Task;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.alert.Condition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a command says what its type needs, and nothing that does not belong to it. Photos and the place of the author belong to every one. */
final class DetailsRules {
    private static final int MAX_REASON = 2_000;
    private static final int MAX_PHOTOS = 20;
    private static final double MAX_AMOUNT = 1e12;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> OUTCOMES = Set.of(Task.CONFIRMED, "unfounded", "undetermined");
    private static final Set<String> MEASURES = Set.of("rectify", "fine", "criminal-case", "transfer", "none");
    private static final Set<CommandType> WITH_DEPARTMENT =
            EnumSet.of(CommandType.DISPATCH, CommandType.TRANSFER, CommandType.SIGN, CommandType.FEED_BACK);
    private static final Set<CommandType> WITH_REASON =
            EnumSet.of(CommandType.RETURN, CommandType.TRANSFER, CommandType.REOPEN, CommandType.COMMENT);

    private DetailsRules() {}

    /** What is wrong, in one sentence; empty when nothing is. */
    static Optional<String> problem(Input.Command command, AlertCase alert, Router router) {
        return Stream.of(
                        reason(command, alert),
                        members(command),
                        figures(command.details()),
                        values(command, alert),
                        department(command, alert, router))
                .flatMap(List::stream)
                .findFirst();
    }

    private static List<String> reason(Input.Command command, AlertCase alert) {
        String reason = command.reason();
        if (reason == null || reason.isBlank()) {
            return needsReason(command, alert) ? List.of(command.type().text() + " needs a reason") : List.of();
        }
        if (reason.length() > MAX_REASON) {
            return List.of("a reason has at most " + MAX_REASON + " characters");
        }
        boolean control =
                reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
        return control ? List.of("the reason has a control character") : List.of();
    }

    private static boolean needsReason(Input.Command command, AlertCase alert) {
        boolean undetermined = command.type() == CommandType.VERIFY
                && "undetermined".equals(command.details().outcome());
        boolean stillSo = command.type() == CommandType.CLOSE
                && alert.level() == Level.BLUE
                && alert.condition() == Condition.ACTIVE;
        return WITH_REASON.contains(command.type()) || undetermined || stillSo || onBehalf(command, alert);
    }

    /** The duty desk writes down what a department said by telephone. */
    private static boolean onBehalf(Input.Command command, AlertCase alert) {
        boolean everyMembers = command.type() == CommandType.SIGN || command.type() == CommandType.FEED_BACK;
        return everyMembers
                && !Roads.actsFor(alert, command.roles(), command.author().department());
    }

    private static List<String> members(Input.Command command) {
        CommandType type = command.type();
        CommandDetails given = command.details();
        List<String> alien = new ArrayList<>();
        alien(alien, "outcome", given.outcome(), type == CommandType.VERIFY);
        alien(alien, "tonnes", given.tonnes(), type == CommandType.VERIFY);
        alien(alien, "measure", given.measure(), type == CommandType.HANDLE);
        alien(alien, "amountYuan", given.amountYuan(), type == CommandType.HANDLE);
        alien(alien, "department", given.department(), WITH_DEPARTMENT.contains(type));
        alien(alien, "returnTo", given.returnTo(), type == CommandType.RETURN);
        return alien.stream()
                .map(name -> "details." + name + " does not belong to " + type.text())
                .toList();
    }

    private static void alien(List<String> names, String name, Object value, boolean belongs) {
        if (value != null && !belongs) {
            names.add(name);
        }
    }

    private static List<String> figures(CommandDetails details) {
        if (details.photos().size() > MAX_PHOTOS) {
            return List.of("at most " + MAX_PHOTOS + " photos");
        }
        if (!details.photos().stream().allMatch(photo -> SHA_256.matcher(photo).matches())) {
            return List.of("a photo is named by its SHA-256 in small hex digits");
        }
        boolean fits = isAmount(details.tonnes()) && isAmount(details.amountYuan());
        return fits ? List.of() : List.of("an amount is 0 or more");
    }

    private static boolean isAmount(Double value) {
        return value == null || (value >= 0 && value <= MAX_AMOUNT);
    }

    private static List<String> values(Input.Command command, AlertCase alert) {
        CommandDetails details = command.details();
        return switch (command.type()) {
            case VERIFY -> oneOf("outcome", details.outcome(), OUTCOMES);
            case HANDLE -> handling(details, alert);
            case RETURN -> oneOf("returnTo", details.returnTo(), EnumSet.of(AlertState.ON_SCENE, AlertState.HANDLED));
            case ACKNOWLEDGE,
                    DISPATCH,
                    SIGN,
                    NOTIFY,
                    ARRIVE,
                    FEED_BACK,
                    REVIEW,
                    TRANSFER,
                    URGE,
                    SUPERVISE,
                    COMMENT,
                    CLOSE,
                    REOPEN -> List.of();
        };
    }

    private static List<String> handling(CommandDetails details, AlertCase alert) {
        List<String> unknown = oneOf("measure", details.measure(), MEASURES);
        if (!unknown.isEmpty()) {
            return unknown;
        }
        boolean fine = "fine".equals(details.measure());
        if (fine != (details.amountYuan() != null)) {
            return List.of("details.amountYuan belongs to a fine, and a fine needs it");
        }
        boolean unfounded = "unfounded".equals(alert.task().verdict());
        return unfounded && !"none".equals(details.measure())
                ? List.of("what was found unfounded is handled with measure none")
                : List.of();
    }

    private static <T> List<String> oneOf(String name, T value, Set<T> values) {
        return value != null && values.contains(value)
                ? List.of()
                : List.of("details." + name + " must be one of "
                        + values.stream().map(DetailsRules::text).sorted().toList());
    }

    private static String text(Object value) {
        return value instanceof AlertState state ? state.text() : value.toString();
    }

    private static List<String> department(Input.Command command, AlertCase alert, Router router) {
        String department = command.details().department();
        return switch (command.type()) {
            case DISPATCH, TRANSFER -> {
                if (department == null || !router.knows(department)) {
                    yield List.of("details.department must be a registered department");
                }
                boolean same =
                        alert.routing() != null && alert.routing().department().equals(department);
                yield same ? List.of("the department has it already") : List.of();
            }
            case SIGN, FEED_BACK -> ownOrNamed(command, alert);
            case ACKNOWLEDGE, NOTIFY, ARRIVE, VERIFY, HANDLE, REVIEW, RETURN, URGE, SUPERVISE, COMMENT, CLOSE, REOPEN ->
                List.of();
        };
    }

    private static List<String> ownOrNamed(Input.Command command, AlertCase alert) {
        String named = command.details().department();
        if (onBehalf(command, alert)) {
            return named != null && alert.departments().contains(named)
                    ? List.of()
                    : List.of("details.department must be one of " + alert.departments());
        }
        return named == null || named.equals(command.author().department())
                ? List.of()
                : List.of("an officer speaks for the own department only");
    }
}

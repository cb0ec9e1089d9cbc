package io.sanse.alert.domain;

import static io.sanse.contract.alert.AlertState.ACKNOWLEDGED;
import static io.sanse.contract.alert.AlertState.CLOSED;
import static io.sanse.contract.alert.AlertState.DISPATCHED;
import static io.sanse.contract.alert.AlertState.HANDLED;
import static io.sanse.contract.alert.AlertState.NOTIFIED;
import static io.sanse.contract.alert.AlertState.ON_SCENE;
import static io.sanse.contract.alert.AlertState.OPEN;
import static io.sanse.contract.alert.AlertState.REMINDED;
import static io.sanse.contract.alert.AlertState.REVIEWED;
import static io.sanse.contract.alert.AlertState.SIGNED;
import static io.sanse.contract.alert.AlertState.VERIFIED;
import static io.sanse.contract.alert.CommandType.ACKNOWLEDGE;
import static io.sanse.contract.alert.CommandType.ARRIVE;
import static io.sanse.contract.alert.CommandType.CLOSE;
import static io.sanse.contract.alert.CommandType.COMMENT;
import static io.sanse.contract.alert.CommandType.DISPATCH;
import static io.sanse.contract.alert.CommandType.FEED_BACK;
import static io.sanse.contract.alert.CommandType.HANDLE;
import static io.sanse.contract.alert.CommandType.NOTIFY;
import static io.sanse.contract.alert.CommandType.REOPEN;
import static io.sanse.contract.alert.CommandType.RETURN;
import static io.sanse.contract.alert.CommandType.REVIEW;
import static io.sanse.contract.alert.CommandType.SIGN;
import static io.sanse.contract.alert.CommandType.SUPERVISE;
import static io.sanse.contract.alert.CommandType.TRANSFER;
import static io.sanse.contract.alert.CommandType.URGE;
import static io.sanse.contract.alert.CommandType.VERIFY;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.contract.Level;
import io.sanse.contract.Posts;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.alert.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of the three roads: who may order what in which state. Everything that is not in it is refused. */
final class Roads {
    private static final Set<Level> BLUE = Set.of(Level.BLUE);
    private static final Set<Level> GRAVER = Set.of(Level.YELLOW, Level.RED);
    private static final Set<Level> ANY = Set.of(Level.values());

    private static final Set<AlertState> TO_SIGN = Set.of(DISPATCHED, SIGNED, NOTIFIED, ON_SCENE, VERIFIED, HANDLED);
    private static final Set<AlertState> TO_TRANSFER = Set.of(DISPATCHED, SIGNED, NOTIFIED, ON_SCENE, VERIFIED);
    private static final Set<AlertState> NOT_CLOSED = EnumSet.complementOf(EnumSet.of(CLOSED));
    private static final Set<AlertState> EVERY = EnumSet.allOf(AlertState.class);

    private static final Set<Role> DESK = Set.of(Role.OPERATOR);
    private static final Set<Role> DESK_AND_PROVINCE = Set.of(Role.OPERATOR, Role.PROVINCE);
    private static final Set<Role> OFFICERS = Set.of(Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER);
    private static final Set<Role> OFFICERS_AND_DESK =
            Set.of(Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.OPERATOR);
    private static final Set<Role> OFFICE = Set.of(Role.DEPARTMENT_OFFICER);
    private static final Set<Role> OFFICE_AND_DESK = Set.of(Role.DEPARTMENT_OFFICER, Role.OPERATOR);
    private static final Set<Role> TALKERS =
            Set.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.PROVINCE);

    /**
     * One row.
     *
     * @param levels of the alert
     * @param from states in which it may be ordered
     * @param roles officers only for alerts that their own department or a post of it has
     */
    record Road(CommandType command, Set<Level> levels, Set<AlertState> from, Set<Role> roles) {
        private boolean open(AlertCase alert) {
            return levels.contains(alert.level()) && from.contains(alert.state());
        }

        private boolean mayGo(AlertCase alert, Set<Role> has, String department) {
            return roles.stream()
                    .filter(has::contains)
                    .anyMatch(role -> !OFFICERS.contains(role) || has(alert, department));
        }
    }

    private static final List<Road> TABLE = List.of(
            new Road(ACKNOWLEDGE, BLUE, Set.of(REMINDED), DESK),
            new Road(DISPATCH, GRAVER, Set.of(OPEN), DESK),
            new Road(SIGN, GRAVER, TO_SIGN, OFFICERS_AND_DESK),
            new Road(NOTIFY, GRAVER, Set.of(SIGNED), OFFICERS),
            new Road(ARRIVE, GRAVER, Set.of(NOTIFIED), OFFICERS),
            new Road(VERIFY, GRAVER, Set.of(ON_SCENE), OFFICERS),
            new Road(HANDLE, GRAVER, Set.of(VERIFIED), OFFICE),
            new Road(FEED_BACK, GRAVER, Set.of(HANDLED), OFFICE_AND_DESK),
            new Road(REVIEW, GRAVER, Set.of(AlertState.FED_BACK), DESK),
            new Road(RETURN, GRAVER, Set.of(AlertState.FED_BACK, REVIEWED), DESK_AND_PROVINCE),
            new Road(TRANSFER, GRAVER, TO_TRANSFER, OFFICE_AND_DESK),
            new Road(URGE, ANY, NOT_CLOSED, DESK_AND_PROVINCE),
            new Road(SUPERVISE, ANY, NOT_CLOSED, DESK_AND_PROVINCE),
            new Road(COMMENT, ANY, EVERY, TALKERS),
            new Road(CLOSE, BLUE, Set.of(ACKNOWLEDGED), DESK),
            new Road(CLOSE, GRAVER, Set.of(REVIEWED), DESK),
            new Road(REOPEN, ANY, Set.of(CLOSED), DESK_AND_PROVINCE));

    private Roads() {}

    /** Whether there is any alert and state in which these roles may order it. */
    static boolean fits(CommandType command, Set<Role> roles) {
        return TABLE.stream()
                .anyMatch(road ->
                        road.command() == command && road.roles().stream().anyMatch(roles::contains));
    }

    /** The row by which it may be ordered now, if there is one. */
    static Optional<Road> find(CommandType command, AlertCase alert, Set<Role> roles, String department) {
        return TABLE.stream()
                .filter(road -> road.command() == command && road.open(alert))
                .filter(road -> road.mayGo(alert, roles, department))
                .filter(road -> makesSense(command, alert, roles, department))
                .findFirst();
    }

    /** Everything that may be ordered now, in the order of the roads. */
    static List<CommandType> allowed(AlertCase alert, Set<Role> roles, String department) {
        return TABLE.stream()
                .map(Road::command)
                .distinct()
                .filter(command -> find(command, alert, roles, department).isPresent())
                .toList();
    }

    private static boolean makesSense(CommandType command, AlertCase alert, Set<Role> roles, String department) {
        return switch (command) {
            case SIGN -> someoneLeft(unsigned(alert), alert, roles, department);
            case FEED_BACK -> someoneLeft(notFedBack(alert), alert, roles, department);
            case REOPEN -> alert.condition() != Condition.RETRACTED;
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
                    CLOSE -> true;
        };
    }

    private static boolean someoneLeft(List<String> left, AlertCase alert, Set<Role> roles, String department) {
        return actsFor(alert, roles, department)
                ? left.stream().anyMatch(member -> Posts.covers(department, member))
                : !left.isEmpty();
    }

    /** Whether the author acts for its own department or a post of it, and not for the duty desk. */
    static boolean actsFor(AlertCase alert, Set<Role> roles, String department) {
        return roles.stream().anyMatch(OFFICERS::contains) && has(alert, department);
    }

    private static boolean has(AlertCase alert, String department) {
        return alert.departments().stream().anyMatch(member -> Posts.covers(department, member));
    }

    /** Departments that have it and have not signed. */
    static List<String> unsigned(AlertCase alert) {
        return alert.departments().stream()
                .filter(department -> !alert.task().signed().contains(department))
                .toList();
    }

    /** Departments that have signed and not fed back. */
    static List<String> notFedBack(AlertCase alert) {
        return alert.departments().stream()
                .filter(department -> alert.task().signed().contains(department))
                .filter(department -> !alert.task().fedBack().contains(department))
                .toList();
    }
}

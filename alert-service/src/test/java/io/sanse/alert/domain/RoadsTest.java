package io.sanse.alert.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.Outcome.Kind;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every cell of (state, command, role), against a table written down by hand. */
class RoadsTest {
    /** Who may: o operator, d officer and f field officer of the department that has it, p province; a dash nobody in this state. */
    private static final String YELLOW = """
            command     open   dispatched signed notified on-scene verified handled fed-back reviewed closed
            acknowledge -      -          -      -        -        -        -       -        -        -
            dispatch    o      -          -      -        -        -        -       -        -        -
            sign        -      dfo        -      -        -        -        -       -        -        -
            notify      -      -          df     -        -        -        -       -        -        -
            arrive      -      -          -      df       -        -        -       -        -        -
            verify      -      -          -      -        df       -        -       -        -        -
            handle      -      -          -      -        -        d        -       -        -        -
            feed-back   -      -          -      -        -        -        do      -        -        -
            review      -      -          -      -        -        -        -       o        -        -
            return      -      -          -      -        -        -        -       op       op       -
            transfer    -      do         do     do       do       do       -       -        -        -
            urge        op     op         op     op       op       op       op      op       op       -
            supervise   op     op         op     op       op       op       op      op       op       -
            comment     op     odfp       odfp   odfp     odfp     odfp     odfp    odfp     odfp     odfp
            close       -      -          -      -        -        -        -       -        o        -
            reopen      -      -          -      -        -        -        -       -        -        op
            """;

    private static final String BLUE = """
            command     reminded acknowledged closed
            acknowledge o        -            -
            dispatch    -        -            -
            sign        -        -            -
            notify      -        -            -
            arrive      -        -            -
            verify      -        -            -
            handle      -        -            -
            feed-back   -        -            -
            review      -        -            -
            return      -        -            -
            transfer    -        -            -
            urge        op       op           -
            supervise   op       op           -
            comment     op       op           op
            close       -        o            -
            reopen      -        -            op
            """;

    private static final Map<Role, Character> LETTERS = new EnumMap<>(Map.of(
            Role.OPERATOR, 'o',
            Role.DEPARTMENT_OFFICER, 'd',
            Role.FIELD_OFFICER, 'f',
            Role.PROVINCE, 'p',
            Role.AUDITOR, 'x',
            Role.INTEGRATOR, 'x',
            Role.ADMIN, 'x'));

    private record Cell(Level level, AlertState state, CommandType command, Role role, String who, boolean ever) {
        String name() {
            return level.text() + ' ' + state.text() + ' ' + command.text() + " by " + role.text();
        }
    }

    @TestFactory
    Stream<DynamicTest> yellow() {
        return cells(Level.YELLOW, YELLOW).map(cell -> DynamicTest.dynamicTest(cell.name(), () -> check(cell)));
    }

    @TestFactory
    Stream<DynamicTest> blue() {
        return cells(Level.BLUE, BLUE).map(cell -> DynamicTest.dynamicTest(cell.name(), () -> check(cell)));
    }

    private static Stream<Cell> cells(Level level, String table) {
        List<String[]> rows =
                table.lines().map(line -> line.strip().split("\\s+")).toList();
        String[] head = rows.get(0);
        return rows.stream().skip(1).flatMap(row -> Stream.of(Role.values()).flatMap(role -> Stream.iterate(
                        1, i -> i < row.length, i -> i + 1)
                .map(i -> new Cell(
                        level, AlertState.of(head[i]), CommandType.of(row[0]), role, row[i], everBy(row[0], role)))));
    }

    /** Whether the role appears anywhere in the command's rows of both roads. */
    private static boolean everBy(String command, Role role) {
        return Stream.of(YELLOW, BLUE)
                .flatMap(String::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row[0].equals(command))
                .flatMap(row -> Arrays.stream(row).skip(1))
                .anyMatch(who -> who.indexOf(LETTERS.get(role)) >= 0);
    }

    private static void check(Cell cell) {
        Life life = in(cell.level(), cell.state());
        boolean may = cell.who().indexOf(LETTERS.get(cell.role())) >= 0;
        assertEquals(may, life.allows(cell.role()).contains(cell.command()), "what is listed as allowed");
        life.order(cell.command(), details(cell), cell.role(), department(life, cell.role()));
        if (may) {
            assertTrue(life.last() instanceof Outcome.Done, () -> life.last().toString());
        } else {
            Outcome.Refused refused = (Outcome.Refused) life.last();
            assertEquals(
                    cell.ever() ? Kind.CONFLICT : Kind.FORBIDDEN,
                    refused.refusal().kind());
            assertEquals(List.of(), refused.steps());
            assertEquals(life.allows(cell.role()), refused.refusal().allowed());
        }
    }

    private static CommandDetails details(Cell cell) {
        boolean onBehalf = cell.role() == Role.OPERATOR
                && (cell.command() == CommandType.SIGN || cell.command() == CommandType.FEED_BACK);
        return onBehalf ? Life.department(TestCity.EAST_SQUAD) : Life.fitting(cell.command());
    }

    private static String department(Life life, Role role) {
        boolean officer = role == Role.DEPARTMENT_OFFICER || role == Role.FIELD_OFFICER;
        return officer && life.alert().routing() != null
                ? life.alert().routing().department()
                : null;
    }

    private static Life in(Level level, AlertState state) {
        if (level == Level.BLUE) {
            Life blue = Life.of(Detections.silent("浙GA0001").raised());
            if (state != AlertState.REMINDED) {
                blue.order(CommandType.ACKNOWLEDGE);
            }
            return state == AlertState.CLOSED ? blue.order(CommandType.CLOSE) : blue;
        }
        Life fresh = new Life().route(state == AlertState.OPEN ? TestCity.router(List.of()) : TestCity.router());
        fresh.raise(Detections.stop("浙GA0001").raised(), Input.History.NONE);
        return state == AlertState.OPEN ? fresh.route(TestCity.router()) : fresh.walkTo(state);
    }

    @Test
    void theTablesNameEveryCommandAndState() {
        Set<String> commands =
                Stream.of(CommandType.values()).map(CommandType::text).collect(Collectors.toSet());
        for (String table : List.of(YELLOW, BLUE)) {
            assertEquals(
                    commands,
                    table.lines()
                            .skip(1)
                            .map(line -> line.strip().split("\\s+")[0])
                            .collect(Collectors.toSet()));
        }
        Set<String> states = Stream.of(YELLOW, BLUE)
                .map(table -> table.lines().findFirst().orElseThrow())
                .flatMap(head -> Arrays.stream(head.strip().split("\\s+")).skip(1))
                .collect(Collectors.toSet());
        assertEquals(Stream.of(AlertState.values()).map(AlertState::text).collect(Collectors.toSet()), states);
    }

    @Test
    void anotherDepartmentsOfficerMayNothing() {
        for (CommandType command : CommandType.values()) {
            Life life = in(Level.YELLOW, AlertState.DISPATCHED);
            life.order(command, Life.fitting(command), Role.DEPARTMENT_OFFICER, TestCity.TRANSPORT);
            assertTrue(life.last() instanceof Outcome.Refused, command::text);
        }
    }
}

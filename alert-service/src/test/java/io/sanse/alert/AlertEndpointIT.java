package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.alert.fixture.TestCity;
import io.sanse.alert.store.Rights;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.AlertDossier;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.contract.service.AlertRef;
import io.sanse.contract.service.EventsQuery;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.serviceproxy.ServiceException;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the service, over a few alerts: yellow in the east town, blue, red, yellow in the next county, one nowhere. */
@ExtendWith(PostgresServer.Given.class)
class AlertEndpointIT {
    private static final Caller OPERATOR = Desk.OPERATOR;
    private static FiveAlerts city;
    private static Desk desk;
    private static AlertEndpoint endpoint;
    private static List<UUID> ids;

    @BeforeAll
    static void open(PostgresServer server) {
        city = new FiveAlerts(server);
        desk = city.desk();
        endpoint = city.endpoint();
        ids = city.ids();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                Arguments.of("operator of the county", OPERATOR, Set.of(1, 2, 3, 5)),
                Arguments.of("operator of a town", operator(TestCity.EAST_TOWN), Set.of(1, 2, 3, 5)),
                Arguments.of("operator of the town beside", operator(TestCity.WEST_TOWN), Set.of()),
                Arguments.of(
                        "operator of two counties",
                        operator(TestCity.COUNTY, TestCity.NEXT_COUNTY),
                        Set.of(1, 2, 3, 4, 5)),
                Arguments.of("operator of nowhere", operator(), Set.of()),
                Arguments.of("an area is a prefix, not a pattern", operator("3307_4", "%"), Set.of()),
                Arguments.of("auditor of everywhere", Desk.AUDITOR, Set.of(1, 2, 3, 4, 5)),
                Arguments.of("the squad that has it", Desk.SQUAD, Set.of(1, 5)),
                Arguments.of("a member of the red one", Desk.officer("e", TestCity.ECOLOGY), Set.of(3)),
                Arguments.of("a department without any", Desk.officer("t", TestCity.TRANSPORT), Set.of()),
                Arguments.of(
                        "the squad outside its area",
                        new Caller("s", Set.of(Role.FIELD_OFFICER), TestCity.EAST_SQUAD, List.of(TestCity.NEXT_COUNTY)),
                        Set.of()),
                Arguments.of("an officer of nothing", Desk.officer("n", null), Set.of()),
                Arguments.of("the province", new Caller("p", Set.of(Role.PROVINCE), null, List.of("")), Set.of()),
                Arguments.of("a machine", new Caller("m", Set.of(Role.INTEGRATOR), null, List.of("")), Set.of()));
    }

    private static Caller operator(String... areas) {
        return new Caller("operator", Set.of(Role.OPERATOR), null, List.of(areas));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void rights(String name, Caller caller, Set<Integer> visible) {
        assertEquals(visible, Set.copyOf(city.numbers(result(endpoint.list(FiveAlerts.all(caller, null, 200))))));
        for (int i = 1; i <= ids.size(); i++) {
            Future<AlertDossier> asked = endpoint.get(new AlertRef(caller, ids.get(i - 1)));
            result(asked.otherwiseEmpty());
            assertEquals(visible.contains(i), asked.succeeded(), "alert " + i);
            if (asked.failed()) {
                assertEquals(ServiceError.NOT_FOUND, ServiceError.of(asked.cause()));
            }
        }
        Set<Integer> inFeed = new LinkedHashSet<>();
        AlertEventPage page = result(endpoint.eventsAfter(new EventsQuery(caller, "0.0", 500)));
        page.items().forEach(event -> inFeed.add(ids.indexOf(event.alertId()) + 1));
        assertEquals(visible, inFeed);
        assertEquals(
                result(endpoint.eventsAfter(new EventsQuery(caller, null, 1))).cursor(), page.cursor());
    }

    /** The second fence holds when a question forgets the first. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rights")
    void theDatabaseKeepsTheRightsToo(String name, Caller caller, Set<Integer> visible) {
        Rows rows = result(
                desk.database.transaction(transaction -> Rights.of(caller).ask(transaction, () -> transaction
                        .query("SELECT id FROM alert UNION SELECT alert_id FROM alert_event"
                                + " UNION SELECT alert_id FROM alert_evidence")
                        .execute()
                        .map(Rows::of))));
        assertEquals(visible, rows.numbers());
    }

    private record Rows(List<UUID> found) {
        static Rows of(Iterable<Row> rows) {
            List<UUID> found = new ArrayList<>();
            rows.forEach(row -> found.add(row.getUUID(0)));
            return new Rows(found);
        }

        Set<Integer> numbers() {
            Set<Integer> numbers = new LinkedHashSet<>();
            found.forEach(id -> numbers.add(ids.indexOf(id) + 1));
            return numbers;
        }
    }

    @Test
    void withoutSayingForWhomNobodySeesAnything() {
        Rows rows = result(desk.database.transaction(transaction -> transaction
                .query("SET LOCAL ROLE sanse_alert_reader")
                .execute()
                .compose(set -> transaction.query("SELECT id FROM alert").execute())
                .map(Rows::of)));
        assertEquals(Set.of(), rows.numbers());
    }

    @ParameterizedTest(name = "cursor ''{0}''")
    @ValueSource(strings = {"", "x", "1-2", "99999999999999999999-00000000-0000-0000-0000-000000000000"})
    void aBadCursorIsRejected(String cursor) {
        assertRejected(endpoint.list(FiveAlerts.all(OPERATOR, cursor, 10)));
        assertRejected(endpoint.eventsAfter(new EventsQuery(OPERATOR, cursor, 10)));
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {-1, 0, 201, 501})
    void aBadLimitIsRejected(int limit) {
        assertRejected(endpoint.list(FiveAlerts.all(OPERATOR, null, limit)));
        if (limit != 201) {
            assertRejected(endpoint.eventsAfter(new EventsQuery(OPERATOR, "0.0", limit)));
        }
    }

    private static void assertRejected(Future<?> asked) {
        ServiceException refused = assertThrows(ServiceException.class, () -> result(asked));
        assertEquals(ServiceError.REJECTED, ServiceError.of(refused));
    }

    @Test
    void theDossierHasEverything() {
        AlertDossier dossier = result(endpoint.get(new AlertRef(Desk.SQUAD, ids.get(0))));
        Alert alert = dossier.alert();
        assertEquals(alert.version(), dossier.timeline().size());
        assertEquals("20 min", dossier.parameters().get("dwell"));
        assertEquals(3L, dossier.references().get("zone:Z1"));
        assertEquals(1, dossier.evidence().size());
        assertEquals("town-squad", alert.routing().rule());
        assertEquals(2, alert.clocks().size());
        assertEquals(List.of(CommandType.SIGN, CommandType.TRANSFER, CommandType.COMMENT), dossier.allowed());
    }

    @Test
    void refusalsSayWhatTheyShould() {
        ServiceException conflict = assertThrows(
                ServiceException.class,
                () -> result(endpoint.command(
                        desk.command(Desk.SQUAD, ids.get(0), CommandType.ARRIVE, CommandDetails.NONE))));
        assertEquals(409, conflict.failureCode());
        assertEquals(
                new JsonArray().add("sign").add("transfer").add("comment"),
                conflict.getDebugInfo().getJsonArray("allowed"));
        ServiceException missing = assertThrows(
                ServiceException.class,
                () -> result(
                        endpoint.command(desk.command(Desk.SQUAD, ids.get(3), CommandType.SIGN, CommandDetails.NONE))));
        assertEquals(404, missing.failureCode());
    }

    @Test
    void theFeedGoesOnThoughEverythingWasFiltered() {
        Caller nobody = operator();
        String cursor = "0.0";
        int turns = 0;
        for (String next = "";
                !next.equals(cursor);
                next = result(endpoint.eventsAfter(new EventsQuery(nobody, cursor, 3)))
                        .cursor()) {
            cursor = next.isEmpty() ? cursor : next;
            turns++;
        }
        assertEquals(
                result(endpoint.eventsAfter(new EventsQuery(nobody, null, 1))).cursor(), cursor);
        assertTrue(turns > 3, "in several pages");
    }
}

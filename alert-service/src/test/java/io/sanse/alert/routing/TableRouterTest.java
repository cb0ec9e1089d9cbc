package io.sanse.alert.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.Router;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Jurisdiction;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.TestCity;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.alert.Routing;
import io.sanse.contract.registry.RegistryEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableRouterTest {
    private static final Detections STOP = Detections.stop("浙GA0001");
    private final Router router = TestCity.router();

    static Stream<Arguments> routed() {
        return Stream.of(
                Arguments.of(
                        "source unclear, in a town with a squad",
                        STOP,
                        Level.YELLOW,
                        "town-squad",
                        TestCity.EAST_SQUAD),
                Arguments.of(
                        "source unclear, in a town without",
                        STOP.at(TestCity.IN_WEST),
                        Level.YELLOW,
                        "town-squad",
                        TestCity.ENFORCEMENT),
                Arguments.of(
                        "in the next county",
                        STOP.at(TestCity.IN_NEXT),
                        Level.YELLOW,
                        "town-squad",
                        TestCity.NEIGHBOUR),
                Arguments.of(
                        "nowhere known: the county it was said to be in",
                        STOP.at(TestCity.ELSEWHERE),
                        Level.YELLOW,
                        "town-squad",
                        TestCity.ENFORCEMENT),
                Arguments.of("no place: the same", STOP.at(null), Level.YELLOW, "town-squad", TestCity.ENFORCEMENT),
                Arguments.of("a generator", STOP.source("F1"), Level.YELLOW, "competent-department", TestCity.ECOLOGY),
                Arguments.of("a carrier", STOP.source("F2"), Level.YELLOW, "competent-department", TestCity.TRANSPORT),
                Arguments.of(
                        "a firm that names its department",
                        STOP.source("F3"),
                        Level.YELLOW,
                        "competent-department",
                        TestCity.ENFORCEMENT),
                Arguments.of(
                        "a firm that nobody knows", STOP.source("F9"), Level.YELLOW, "town-squad", TestCity.EAST_SQUAD),
                Arguments.of("red, source known", STOP.source("F1"), Level.RED, "joint-verification", TestCity.POLICE),
                Arguments.of("red, source unclear", STOP, Level.RED, "joint-verification", TestCity.POLICE),
                Arguments.of(
                        "red where only one of them is",
                        STOP.at(TestCity.IN_NEXT),
                        Level.RED,
                        "joint-verification",
                        TestCity.NEIGHBOUR));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void routed(String name, Detections detection, Level level, String rule, String department) {
        Routing routing = router.route(facts(router, detection), level).orElseThrow();
        assertEquals(rule, routing.rule());
        assertEquals(department, routing.department());
        assertEquals(1, routing.policyVersion());
    }

    private static Facts facts(Router router, Detections detection) {
        Jurisdiction place =
                router.locate(detection.location(), detection.raised().division());
        return Facts.of(detection.raised(), place, "");
    }

    @Test
    void aRedOneHasItsMembers() {
        Routing routing = router.route(facts(router, STOP), Level.RED).orElseThrow();
        assertEquals(List.of(TestCity.ECOLOGY, TestCity.ENFORCEMENT), routing.members());
        assertEquals("红色预警：公安局牵头，生态环境分局、综合执法局联合核查", routing.reason().zh());
    }

    @Test
    void theReasonNamesTheFirm() {
        Routing routing =
                router.route(facts(router, STOP.source("F1")), Level.YELLOW).orElseThrow();
        assertEquals("来源明确（电镀厂）：由主管部门生态环境分局核查", routing.reason().zh());
        assertEquals(
                "the source is known (plating works): the department competent for it, ecology bureau, verifies",
                routing.reason().en());
    }

    @Test
    void withoutDepartmentsNobodyIsFound() {
        Router empty = TestCity.router(List.of());
        assertTrue(empty.route(facts(empty, STOP), Level.RED).isEmpty());
        assertTrue(empty.route(facts(empty, STOP.source("F1")), Level.YELLOW).isEmpty());
    }

    @Test
    void amongEqualsTheSmallestAreaIsCompetent() {
        List<RegistryEntry> registry = Stream.concat(
                        TestCity.registry().stream(),
                        TestCity.registry().stream()
                                .filter(entry -> entry.id().equals(TestCity.ECOLOGY))
                                .map(entry -> TestCity.copy(entry, "ecology-city", "3307")))
                .toList();
        Router both = TestCity.router(registry);
        assertEquals(
                TestCity.ECOLOGY,
                both.route(facts(both, STOP.source("F1")), Level.YELLOW)
                        .orElseThrow()
                        .department());
    }

    /** 0.0005 degrees of longitude are 48.6 m here; 0.00051 are 49.6 m and 0.00053 are 51.6 m. */
    static Stream<Arguments> located() {
        return Stream.of(
                Arguments.of("in the middle of a town", TestCity.IN_EAST, TestCity.EAST_TOWN, Set.of()),
                Arguments.of("east of the line, near", at(120.1005), TestCity.EAST_TOWN, towns()),
                Arguments.of("west of the line, near", at(120.0995), TestCity.WEST_TOWN, towns()),
                Arguments.of("just near enough", at(120.10051), TestCity.EAST_TOWN, towns()),
                Arguments.of("just too far", at(120.10053), TestCity.EAST_TOWN, Set.of()),
                Arguments.of(
                        "at the county line, on the side without towns",
                        at(119.9995),
                        TestCity.WEST_TOWN,
                        Set.of(TestCity.WEST_TOWN)),
                Arguments.of(
                        "outside everything but near",
                        at(119.8999),
                        TestCity.NEXT_COUNTY,
                        Set.of(TestCity.NEXT_COUNTY)),
                Arguments.of("far from everything", TestCity.ELSEWHERE, TestCity.COUNTY, Set.of()),
                Arguments.of("no place", null, TestCity.COUNTY, Set.of()));
    }

    private static GeoPoint at(double longitude) {
        return new GeoPoint(longitude, 28.95);
    }

    private static Set<String> towns() {
        return Set.of(TestCity.EAST_TOWN, TestCity.WEST_TOWN);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void located(String name, GeoPoint place, String division, Set<String> sides) {
        Jurisdiction found = router.locate(place, TestCity.COUNTY);
        assertEquals(division, found.division());
        assertEquals(sides, Set.copyOf(found.sides()));
    }

    @Test
    void aPlaceOnALineIsFlaggedWithBothSides() {
        Routing routing =
                router.route(facts(router, STOP.at(at(120.1002))), Level.YELLOW).orElseThrow();
        assertTrue(routing.reason().zh().endsWith("地点距界线不足50米，涉及城东、城西"), routing.reason()::zh);
        assertTrue(routing.reason().en().endsWith("sides: East Town, West Town"), routing.reason()::en);
        Routing clear = router.route(facts(router, STOP), Level.YELLOW).orElseThrow();
        assertFalse(clear.reason().zh().contains("界线"));
    }

    @Test
    void anUnknownDepartmentIsCalledByItsId() {
        assertEquals("nobody", router.name("nobody").en());
        assertFalse(router.knows("nobody"));
    }
}

package io.sanse.standalone.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CityTest {
    private static final String NIGHT = "20260312";

    private final City city = new City();

    @Test
    void everyRegistrationHasItsOwnKey() {
        Set<String> keys = new HashSet<>();
        for (Registration registration : CityRegister.of(city, NIGHT)) {
            String key = registration.details().getClass().getSimpleName() + ':' + registration.id();
            assertTrue(keys.add(key), key);
        }
    }

    @Test
    void twoBuildsRegisterTheSame() {
        assertEquals(CityRegister.of(city, NIGHT), CityRegister.of(new City(), NIGHT));
    }

    @Test
    void noRoadTouchesASensitiveZone() {
        for (PlaceKind kind : PlaceKind.values()) {
            for (Place place : kind.setbackM() > 500 ? city.places(kind) : List.<Place>of()) {
                for (Road road : city.network().roads()) {
                    assertTrue(road.distanceM(place.middle()) > kind.radiusM(), place.code());
                }
            }
        }
    }

    @Test
    void everyPlaceLiesInTheTownThatItNames() {
        for (Place place : city.places()) {
            Town town = Town.of(place.middle());
            assertTrue(inside(place.middle(), Boundaries.of(town)), place.name().en());
            assertTrue(inside(place.middle(), Boundaries.county()), place.name().en());
        }
    }

    @Test
    void noTwoTownsShareAPlace() {
        for (Place place : city.places()) {
            long towns = List.of(Town.values()).stream()
                    .filter(town -> inside(place.middle(), Boundaries.of(town)))
                    .count();
            assertEquals(1, towns, place.code());
        }
    }

    @Test
    void aRouteLeadsFromDoorToDoorWithoutJumps() {
        List<Place> works = city.places(PlaceKind.GENERATOR);
        List<Place> centres = city.places(PlaceKind.RECEIVER);
        for (Place from : works) {
            for (Place to : centres) {
                Route route = city.route(from, to);
                long seconds = route.duration().toSeconds();
                assertTrue(seconds > 60 && seconds < 5_400, from.code() + " to " + to.code() + ": " + seconds + " s");
                assertEquals(0, Plane.distanceM(from.middle(), route.after(0).point()), 1);
                assertEquals(
                        0, Plane.distanceM(to.middle(), route.after(seconds + 1).point()), 1);
                assertNoJump(route, seconds);
            }
        }
    }

    private static void assertNoJump(Route route, long seconds) {
        GeoPoint last = route.after(0).point();
        for (int second = 10; second < seconds; second += 10) {
            GeoPoint next = route.after(second).point();
            assertFalse(Plane.distanceM(last, next) > 10 * 60 / 3.6, "jump after " + second + " s");
            last = next;
        }
    }

    private static boolean inside(GeoPoint point, List<GeoPoint> ring) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            GeoPoint a = ring.get(i);
            GeoPoint b = ring.get(j);
            boolean crosses = a.latitude() > point.latitude() != b.latitude() > point.latitude();
            if (crosses
                    && point.longitude()
                            < (b.longitude() - a.longitude())
                                            * (point.latitude() - a.latitude())
                                            / (b.latitude() - a.latitude())
                                    + a.longitude()) {
                inside = !inside;
            }
        }
        return inside;
    }
}

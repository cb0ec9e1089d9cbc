package io.sanse.gateway.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.sanse.contract.GeoPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleAreaTest {
    /** An L: the square from 0 to 2 without its upper right quarter; and a triangle far away. */
    private static final VisibleArea AREA = VisibleArea.within(List.of(
            List.of(
                    new GeoPoint(0, 0),
                    new GeoPoint(2, 0),
                    new GeoPoint(2, 1),
                    new GeoPoint(1, 1),
                    new GeoPoint(1, 2),
                    new GeoPoint(0, 2)),
            List.of(new GeoPoint(10, 10), new GeoPoint(12, 10), new GeoPoint(11, 12))));

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource({
        "in the foot, 1.5, 0.5, true",
        "in the stem, 0.5, 1.5, true",
        "in the notch, 1.5, 1.5, false",
        "just inside the notch's corner, 0.999, 0.999, true",
        "just outside the notch's corner, 1.001, 1.001, false",
        "west, -0.001, 1, false",
        "east, 2.001, 0.5, false",
        "south, 1, -0.001, false",
        "north, 0.5, 2.001, false",
        "level with a vertex, 3, 1, false",
        "in the triangle, 11, 11, true",
        "beside the triangle, 10.2, 11.8, false",
        "not a number, NaN, 1, false"
    })
    void knowsInsideFromOutside(String name, double longitude, double latitude, boolean inside) {
        assertEquals(inside, AREA.contains(longitude, latitude));
    }

    @Test
    void nothingIsVisibleWithoutAnArea() {
        assertFalse(VisibleArea.NOWHERE.contains(1, 1));
    }
}

package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingsTest {
    private static List<GeoPoint> ring(String corners) {
        return Arrays.stream(corners.split(" "))
                .map(corner -> corner.split("/"))
                .map(corner -> new GeoPoint(Double.parseDouble(corner[0]), Double.parseDouble(corner[1])))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {2} corners")
    @CsvSource({
        "triangle, 0/0 1/0 0/1, 3",
        "closed triangle, 0/0 1/0 0/1 0/0, 3",
        "square against the clock, 0/0 1/0 1/1 0/1, 4",
        "square with the clock, 0/0 0/1 1/1 1/0, 4",
        "corner on a straight edge, 0/0 1/0 2/0 2/2 0/2, 5",
        "hollow, 0/0 4/0 4/4 3/4 3/1 1/1 1/4 0/4, 8",
        "edges one above the other, 0/0 2/0 2/2 1/1.5 0/2, 5",
    })
    void simple(String row, String corners, int count) {
        assertEquals(count, Rings.simple(ring(corners)).size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "two points, 0/0 1/0",
        "two points closed, 0/0 1/0 0/0",
        "bow tie, 0/0 1/1 1/0 0/1",
        "repeated point, 0/0 0/0 1/0 0/1",
        "closed twice, 0/0 1/0 0/1 0/0 0/0",
        "needle, 0/0 1/0 2/0 1/0",
        "flat, 0/0 1/0 2/0",
        "spike out of an edge, 0/0 2/0 2/2 2/3 2/2 0/2",
        "corner touches an edge, 0/0 4/0 4/4 2/0 0/4",
        "corner touches a corner, 0/0 2/2 4/0 4/4 2/2 0/4",
        "edge runs along another, 0/0 4/0 4/2 3/2 3/0 1/0 1/2 0/2",
    })
    void notSimple(String row, String corners) {
        assertThrows(IllegalArgumentException.class, () -> Rings.simple(ring(corners)));
    }

    @Test
    void aRoundOfFiveThousandCornersIsReadInNoTime() {
        List<GeoPoint> round = IntStream.range(0, 5_000)
                .mapToObj(i -> new GeoPoint(120 + Math.cos(i * Math.PI / 2_500), 29 + Math.sin(i * Math.PI / 2_500)))
                .toList();
        assertEquals(5_000, Rings.simple(round).size());
        List<GeoPoint> crossed = new ArrayList<>(round);
        Collections.swap(crossed, 1_000, 1_001);
        assertThrows(IllegalArgumentException.class, () -> Rings.simple(crossed));
    }
}

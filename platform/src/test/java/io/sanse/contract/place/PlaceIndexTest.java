package io.sanse.contract.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceIndexTest {
    private record Patch(int number, Ring ring) implements Area {}

    private final Random random = new Random(11);

    private Patch patch(int number) {
        double longitude = 119.8 + random.nextDouble() * 0.5;
        double latitude = 28.7 + random.nextDouble() * 0.4;
        int corners = 3 + random.nextInt(12);
        List<GeoPoint> points = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            double radius = 0.0005 + random.nextDouble() * (number % 10 == 0 ? 0.08 : 0.01);
            double angle = 2 * Math.PI * corner / corners;
            points.add(new GeoPoint(longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)));
        }
        return new Patch(number, new Ring(points));
    }

    @Test
    void findsWhatTheRingsContain() {
        List<Patch> patches = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            patches.add(patch(number));
        }
        PlaceIndex<Patch> index = new PlaceIndex<>(patches);
        int hits = 0;
        for (int point = 0; point < 20_000; point++) {
            double longitude = 119.7 + random.nextDouble() * 0.7;
            double latitude = 28.6 + random.nextDouble() * 0.6;
            List<Patch> expected = patches.stream()
                    .filter(patch -> patch.ring().contains(longitude, latitude))
                    .toList();
            List<Patch> found = index.at(longitude, latitude);
            assertEquals(expected, found);
            hits += found.size();
        }
        assertTrue(hits > 1_000, "hits " + hits);
    }

    @Test
    void anIndexOfNothingFindsNothing() {
        assertEquals(List.of(), new PlaceIndex<Patch>(List.of()).at(120, 28.9));
    }

    @Test
    void distancesAreInMetres() {
        Ring square = new Ring(List.of(
                new GeoPoint(120, 28.9),
                new GeoPoint(120.01, 28.9),
                new GeoPoint(120.01, 28.91),
                new GeoPoint(120, 28.91)));
        double east = new GeoPoint(120.01, 28.905).distanceM(new GeoPoint(120.02, 28.905));
        assertEquals(east, square.distanceM(120.02, 28.905), 1);
        double corner = new GeoPoint(120.01, 28.91).distanceM(new GeoPoint(120.02, 28.92));
        assertEquals(corner, square.distanceM(120.02, 28.92), 3);
    }
}

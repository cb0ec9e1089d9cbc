package io.sanse.contract.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClueGridTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the middle of a cell, 120.05, 28.95, 1200-289",
        "near its northern edge, 120.05, 28.99, 1200-289 1200-290",
        "near its western edge, 120.01, 28.95, 1200-289 1199-289",
        "near its south-eastern corner, 120.09, 28.91, 1200-289 1200-288 1201-288 1201-289",
        "on the corner of four, 120.1, 28.9, 1201-289 1200-288 1201-288 1200-289",
        "2 km and a little from the edge, 120.05, 28.9181, 1200-289",
        "a little less than 2 km, 120.05, 28.9179, 1200-289 1200-288",
        "south and west of zero, -0.05, -0.05, -1--1"
    })
    void cellsAroundAPlace(String where, double longitude, double latitude, String cells) {
        List<Subject> expected = Stream.of(cells.split(" "))
                .map(cell -> Subject.site("clue-" + cell))
                .toList();
        assertEquals(expected, ClueGrid.cells(new GeoPoint(longitude, latitude)), where);
    }
}

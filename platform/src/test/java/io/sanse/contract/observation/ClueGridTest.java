package io.sanse.contract.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class ClueGridTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the middle of a cell, 120.055, 28.905, 12005-2890, 12003-2888, 12007-2892, 25",
        "near its southern edge, 120.055, 28.9019, 12005-2890, 12003-2888, 12007-2891, 20",
        "a little further from it, 120.055, 28.9021, 12005-2890, 12003-2888, 12007-2892, 25",
        "south and west of zero, -0.005, -0.005, -1--1, -3--3, 1-1, 25"
    })
    void cellsAroundAPlace(ArgumentsAccessor row) {
        GeoPoint place = new GeoPoint(row.getDouble(1), row.getDouble(2));
        List<Subject> cells = ClueGrid.cells(place);
        assertEquals(cell(row.getString(3)), cells.get(0));
        assertEquals(ClueGrid.cell(place), cells.get(0));
        assertEquals(cell(row.getString(4)), cells.get(1));
        assertEquals(cell(row.getString(5)), cells.get(cells.size() - 1));
        assertEquals(row.getInteger(6), Set.copyOf(cells).size());
    }

    private static Subject cell(String name) {
        return Subject.site("clue-" + name);
    }
}

package io.sanse.contract.observation;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import java.util.ArrayList;
import java.util.List;

/**
 * The grid over the land under whose cells clues travel, so that those around a place lie side by side whoever gave them. A cell is a hundredth of a degree wide and high, about a
 * kilometre, and is named {@code site:clue-<hundredths east>-<hundredths north>} of its south-west corner. A clue travels under its own cell and under each neighbour that is nearer than
 * {@value #MARGIN_M} m.
 */
public final class ClueGrid {
    /** A cell knows the clues up to this far outside, m. */
    public static final double MARGIN_M = 2_000;

    private static final String PREFIX = "clue-";
    private static final double CELLS_PER_DEGREE = 100;
    private static final double METRES_PER_DEGREE = 111_195.08;

    private ClueGrid() {}

    /** The cell in which a place lies. */
    public static Subject cell(GeoPoint place) {
        return cell(index(place.longitude()), index(place.latitude()));
    }

    /** The cell in which a place lies, then its neighbours that are near, from south-west to north-east. */
    public static List<Subject> cells(GeoPoint place) {
        double north = MARGIN_M / METRES_PER_DEGREE;
        double east = north / Math.cos(Math.toRadians(place.latitude()));
        List<Subject> cells = new ArrayList<>();
        cells.add(cell(place));
        for (int y = index(place.latitude() - north); y <= index(place.latitude() + north); y++) {
            for (int x = index(place.longitude() - east); x <= index(place.longitude() + east); x++) {
                if (!cells.contains(cell(x, y))) {
                    cells.add(cell(x, y));
                }
            }
        }
        return cells;
    }

    private static int index(double degrees) {
        return (int) Math.floor(degrees * CELLS_PER_DEGREE);
    }

    private static Subject cell(int x, int y) {
        return Subject.site(PREFIX + x + '-' + y);
    }
}

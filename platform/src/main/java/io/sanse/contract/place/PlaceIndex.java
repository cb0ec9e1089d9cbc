package io.sanse.contract.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the areas at a place: a uniform grid over all of them whose cells know which areas cover them wholly and which only in part, so that most questions
 * need no polygon test.
 *
 * @param <A> kind of area
 */
public final class PlaceIndex<A extends Area> {
    private static final int MIN_SIDE = 16;
    private static final int MAX_SIDE = 512;
    private static final int CELLS_PER_AREA = 1024;

    /**
     * Areas that touch a cell.
     *
     * @param areas in the order in which they are found
     * @param whole of each, whether it covers the cell wholly; empty when all do
     */
    private record Cell<A>(List<A> areas, List<Boolean> whole) {
        Cell() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(A area, boolean wholly) {
            areas.add(area);
            whole.add(wholly);
        }

        /** One that never changes. */
        Cell<A> fixed() {
            return new Cell<>(List.copyOf(areas), whole.contains(false) ? List.copyOf(whole) : List.of());
        }
    }

    private final int side;
    private final double west;
    private final double south;
    private final double cellsPerLongitude;
    private final double cellsPerLatitude;

    /** Which cells an area touches, row by row: few do, and the bits of all of them fit in a processor's cache. */
    private final long[] touched;

    /** How many cells are touched before each word of them. */
    private final int[] before;

    /** The touched ones; those that are alike are one, so that what is often asked for is near. */
    private final List<Cell<A>> cells = new ArrayList<>();

    /** @param areas in the order in which they are found */
    public PlaceIndex(Collection<A> areas) {
        side = Math.min(MAX_SIDE, Math.max(MIN_SIDE, (int) Math.sqrt((double) areas.size() * CELLS_PER_AREA)));
        west = areas.stream().mapToDouble(area -> area.ring().west()).min().orElse(0);
        south = areas.stream().mapToDouble(area -> area.ring().south()).min().orElse(0);
        double east =
                areas.stream().mapToDouble(area -> area.ring().east()).max().orElse(0);
        double north =
                areas.stream().mapToDouble(area -> area.ring().north()).max().orElse(0);
        cellsPerLongitude = side / Math.max(1e-9, (east - west) * 1.000_001);
        cellsPerLatitude = side / Math.max(1e-9, (north - south) * 1.000_001);
        SortedMap<Integer, Cell<A>> built = new TreeMap<>();
        areas.forEach(area -> add(area, built));
        touched = new long[side * side / Long.SIZE + 1];
        before = new int[touched.length];
        Map<Cell<A>, Cell<A>> kinds = new HashMap<>();
        built.forEach((number, cell) -> {
            touched[number / Long.SIZE] |= bit(number);
            cells.add(kinds.computeIfAbsent(cell.fixed(), same -> same));
        });
        for (int word = 1; word < touched.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(touched[word - 1]);
        }
    }

    private void add(A area, SortedMap<Integer, Cell<A>> built) {
        Ring ring = area.ring();
        for (int row = row(ring.south()); row <= row(ring.north()); row++) {
            for (int column = column(ring.west()); column <= column(ring.east()); column++) {
                add(area, row, column, built);
            }
        }
    }

    private void add(A area, int row, int column, SortedMap<Integer, Cell<A>> built) {
        double left = west + column / cellsPerLongitude;
        double bottom = south + row / cellsPerLatitude;
        double right = left + 1 / cellsPerLongitude;
        double top = bottom + 1 / cellsPerLatitude;
        boolean edge = area.ring().edgeTouches(left, bottom, right, top);
        if (edge || area.ring().contains((left + right) / 2, (bottom + top) / 2)) {
            built.computeIfAbsent(row * side + column, number -> new Cell<>()).add(area, !edge);
        }
    }

    /** A cell in its word; of the distance the shift takes the last six bits. */
    private static long bit(int number) {
        return 1L << number;
    }

    private int row(double latitude) {
        return Math.min(side - 1, (int) ((latitude - south) * cellsPerLatitude));
    }

    private int column(double longitude) {
        return Math.min(side - 1, (int) ((longitude - west) * cellsPerLongitude));
    }

    /** The areas that contain a place, in their order. */
    public List<A> at(double longitude, double latitude) {
        if (cells.isEmpty() || longitude < west || latitude < south) {
            return List.of();
        }
        int row = (int) ((latitude - south) * cellsPerLatitude);
        int column = (int) ((longitude - west) * cellsPerLongitude);
        if (row >= side || column >= side) {
            return List.of();
        }
        int number = row * side + column;
        long word = touched[number / Long.SIZE];
        if ((word & bit(number)) == 0) {
            return List.of();
        }
        Cell<A> cell = cells.get(before[number / Long.SIZE] + Long.bitCount(word & bit(number) - 1));
        return cell.whole().isEmpty() ? cell.areas() : inside(cell, longitude, latitude);
    }

    private static <A extends Area> List<A> inside(Cell<A> cell, double longitude, double latitude) {
        List<A> found = new ArrayList<>(cell.areas().size());
        for (int i = 0; i < cell.areas().size(); i++) {
            A area = cell.areas().get(i);
            if (cell.whole().get(i) || area.ring().contains(longitude, latitude)) {
                found.add(area);
            }
        }
        return found;
    }
}

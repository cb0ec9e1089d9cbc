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

    /** Areas that touch a cell. */
    private record Cell<A>(List<A> whole, List<A> part) {
        Cell() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private final int side;
    private final double west;
    private final double south;
    private final double cellsPerLongitude;
    private final double cellsPerLatitude;
    private final SortedMap<Integer, Cell<A>> built = new TreeMap<>();
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
        areas.forEach(this::add);
        touched = new long[side * side / Long.SIZE + 1];
        before = new int[touched.length];
        Map<Cell<A>, Cell<A>> kinds = new HashMap<>();
        built.forEach((number, cell) -> {
            touched[number / Long.SIZE] |= 1L << number;
            Cell<A> kind = new Cell<>(List.copyOf(cell.whole()), List.copyOf(cell.part()));
            cells.add(kinds.computeIfAbsent(kind, same -> same));
        });
        built.clear();
        for (int word = 1; word < touched.length; word++) {
            before[word] = before[word - 1] + Long.bitCount(touched[word - 1]);
        }
    }

    private void add(A area) {
        Ring ring = area.ring();
        for (int row = row(ring.south()); row <= row(ring.north()); row++) {
            for (int column = column(ring.west()); column <= column(ring.east()); column++) {
                add(area, row, column);
            }
        }
    }

    private void add(A area, int row, int column) {
        double left = west + column / cellsPerLongitude;
        double bottom = south + row / cellsPerLatitude;
        double right = left + 1 / cellsPerLongitude;
        double top = bottom + 1 / cellsPerLatitude;
        boolean edge = area.ring().edgeTouches(left, bottom, right, top);
        if (edge) {
            built.computeIfAbsent(row * side + column, number -> new Cell<>())
                    .part()
                    .add(area);
        } else if (area.ring().contains((left + right) / 2, (bottom + top) / 2)) {
            built.computeIfAbsent(row * side + column, number -> new Cell<>())
                    .whole()
                    .add(area);
        }
    }

    private int row(double latitude) {
        return Math.min(side - 1, (int) ((latitude - south) * cellsPerLatitude));
    }

    private int column(double longitude) {
        return Math.min(side - 1, (int) ((longitude - west) * cellsPerLongitude));
    }

    /** The areas that contain a place. */
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
        long bit = 1L << number;
        if ((word & bit) == 0) {
            return List.of();
        }
        Cell<A> cell = cells.get(before[number / Long.SIZE] + Long.bitCount(word & bit - 1));
        return cell.part().isEmpty() ? cell.whole() : withParts(cell, longitude, latitude);
    }

    private static <A extends Area> List<A> withParts(Cell<A> cell, double longitude, double latitude) {
        List<A> found = null;
        for (A area : cell.part()) {
            if (area.ring().contains(longitude, latitude)) {
                found = found == null ? new ArrayList<>(cell.whole()) : found;
                found.add(area);
            }
        }
        return found == null ? cell.whole() : found;
    }
}

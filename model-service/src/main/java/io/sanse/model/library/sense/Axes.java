package io.sanse.model.library.sense;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What conditions depend on. Each axis is cut into regions; a point is one region of each. */
final class Axes {
    /** Beyond, nothing is said. */
    private static final int MOST_POINTS = 50_000;

    private final Map<String, Axis> axes = new LinkedHashMap<>();

    /** Something that is compared with constants, or is true or false. */
    static final class Axis {
        private final int number;
        private final TreeSet<Comparable<Object>> limits = new TreeSet<>();

        Axis(int number) {
            this.number = number;
        }

        /** Below, at and above each limit; false and true where there is none. */
        int regions() {
            return limits.isEmpty() ? 2 : 2 * limits.size() + 1;
        }

        int region(int[] point) {
            return point[number];
        }

        /** The region of a limit itself. */
        int at(Comparable<Object> limit) {
            return 2 * limits.headSet(limit).size() + 1;
        }

        void cut(Comparable<Object> limit) {
            limits.add(limit);
        }
    }

    Axis axis(String text) {
        return axes.computeIfAbsent(text, unknown -> new Axis(axes.size()));
    }

    /**
     * Visits each point.
     *
     * @return false when there are too many to
     */
    boolean each(Consumer<int[]> visitor) {
        List<Axis> all = new ArrayList<>(axes.values());
        long points = 1;
        for (Axis axis : all) {
            points *= axis.regions();
            if (points > MOST_POINTS) {
                return false;
            }
        }
        int[] point = new int[all.size()];
        for (long i = 0; i < points; i++) {
            long rest = i;
            for (int j = 0; j < point.length; j++) {
                point[j] = (int) (rest % all.get(j).regions());
                rest /= all.get(j).regions();
            }
            visitor.accept(point);
        }
        return true;
    }
}

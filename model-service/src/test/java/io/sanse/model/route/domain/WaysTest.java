package io.sanse.model.route.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.GeoPoint;
import io.sanse.model.library.Library;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On which ways trips agree. A way is named by how far north of the straight line it turns, m. */
class WaysTest {
    private static final LearningRules RULES = LearningRules.of(Library.routeLearning());

    /**
     * Trips and what they teach.
     *
     * @param trips vehicle and way of each, the newest last
     * @param known ways by number
     * @param expected new ways by number
     */
    private record Row(String name, String trips, Map<Integer, Integer> known, Map<Integer, Integer> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("three trips of two vehicles", "A 0, A 0, B 0", Map.of(), Map.of(1, 0)),
                new Row("two trips", "A 0, B 0", Map.of(), Map.of()),
                new Row("three trips of one vehicle", "A 0, A 0, A 0", Map.of(), Map.of()),
                new Row("up to 200 m apart", "A 0, A 200, B 100", Map.of(), Map.of(1, 100)),
                new Row("more than 200 m apart", "A 0, A 450, B 225", Map.of(), Map.of()),
                new Row("two ways", "A 0, B 0, A 0, A 3000, B 3000, B 3000, A 3000", Map.of(), Map.of(1, 3000, 2, 0)),
                new Row("a known way that is still taken", "A 20, A 0, B 0", Map.of(1, 10), Map.of()),
                new Row("beside a known way", "A 0, B 0, A 0, A 3000, B 3000, B 3000", Map.of(1, 0), Map.of(2, 3000)),
                new Row(
                        "a known way that few take stays",
                        "A 0, A 3000, B 3000, B 3000",
                        Map.of(1, 0),
                        Map.of(2, 3000)),
                new Row(
                        "of three known ways the one that too few take gives its place",
                        "A 0, B 0, A 0, A 3000, B 6000, B 6000, A 6000, A 9000, B 9000, B 9000",
                        Map.of(1, 0, 2, 3000, 3, 6000),
                        Map.of(2, 9000)),
                new Row(
                        "a fourth way is not learnt",
                        "A 0, B 0, A 0, A 3000, B 3000, A 3000, A 6000, B 6000, B 6000, A 9000, B 9000, B 9000",
                        Map.of(1, 0, 2, 3000, 3, 6000),
                        Map.of()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void learns(Row row) {
        assertEquals(paths(row.expected()), new Ways(RULES).learn(trips(row), paths(row.known())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void inAnyOrder(Row row) {
        List<ClosedTrip> shuffled = new ArrayList<>(trips(row));
        Collections.shuffle(shuffled, new Random(3));
        assertEquals(paths(row.expected()), new Ways(RULES).learn(shuffled, paths(row.known())));
    }

    private static List<ClosedTrip> trips(Row row) {
        String[] trips = row.trips().split(", ");
        return IntStream.range(0, trips.length)
                .mapToObj(i -> {
                    String[] words = trips[i].split(" ");
                    return new ClosedTrip("M" + i, new Pair("F1", "R1"), words[0], i, path(Integer.parseInt(words[1])));
                })
                .toList();
    }

    private static Map<Integer, List<GeoPoint>> paths(Map<Integer, Integer> ways) {
        return ways.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, way -> path(way.getValue())));
    }

    private static List<GeoPoint> path(int north) {
        return List.of(Haul.at(0, 0), Haul.at(100, north), Haul.at(9_900, north), Haul.at(10_000, 0));
    }
}

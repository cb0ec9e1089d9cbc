package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import io.sanse.testing.Recordings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Months of nine monitors among four factories: one drifts, one is noisy, some rows bear the wrong name, and two chemicals come at night from a factory each. Any slice of the recording will do. */
class FactoryMonitorsTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("[M/d/yyyy H:mm][M/d/yy H:mm]");
    private static final Map<String, String> NIGHTLY =
            Map.of("Methylosmolene", "Kasios Office Furniture", "Chlorodinine", "Roadrunner Fitness Electronics");

    /**
     * @param name of the slice
     * @param truth what it holds
     * @param words all that was said of it
     */
    private record Slice(String name, FactoryTruth truth, List<Detection> words) {
        List<Detection> words(String model, String part) {
            return words.stream()
                    .filter(word ->
                            word.model().equals(model) && word.text().en().contains(part))
                    .toList();
        }

        Set<String> monitors(String part) {
            return words("sensor-untrustworthy", part).stream()
                    .map(word -> word.subject().id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Slice> SLICES = new ArrayList<>();

    @BeforeAll
    static void play() {
        Monitors monitors = new Monitors(8);
        for (Map<String, String> row : Recorded.rows("data/air/vast2017_mc2_sites.csv")) {
            GeoPoint place =
                    new GeoPoint(Double.parseDouble(row.get("lon_demo")), Double.parseDouble(row.get("lat_demo")));
            if (row.get("kind").equals("monitor")) {
                monitors.station(row.get("name"), place);
            } else {
                monitors.firm(row.get("name"), place);
            }
        }
        Winds winds = winds();
        for (Path file : Recordings.files("data/air", "vast2017_mc2_sensor_*.csv*")) {
            SLICES.add(slice(file, monitors, winds));
        }
    }

    private static Winds winds() {
        Winds winds = new Winds();
        Recordings.files("data/air", "vast2017_mc2_wind_*.csv*").stream()
                .flatMap(file -> Recorded.rows(file).stream())
                .filter(row -> row.values().stream().noneMatch(String::isBlank))
                .forEach(row -> winds.measured(
                        time(row),
                        Double.parseDouble(row.get("wind_from_deg")),
                        Double.parseDouble(row.get("wind_speed_ms"))));
        return winds;
    }

    private static Slice slice(Path file, Monitors monitors, Winds winds) {
        List<FactoryTruth.Row> rows = Recorded.rows(file).stream()
                .distinct()
                .filter(row -> row.values().stream().noneMatch(String::isBlank))
                .map(row -> new FactoryTruth.Row(
                        time(row),
                        row.get("monitor"),
                        row.get("chemical").replace("-", ""),
                        Double.parseDouble(row.get("reading_ppm"))))
                .sorted(Comparator.comparing(FactoryTruth.Row::hour))
                .toList();
        TreeMap<Instant, Map<String, List<Factor>>> hours = new TreeMap<>();
        rows.forEach(row -> hours.computeIfAbsent(row.hour(), none -> new TreeMap<>())
                .computeIfAbsent(row.monitor(), none -> new ArrayList<>(winds.at(row.hour())))
                .add(Monitors.value(row.chemical(), row.value())));
        Replay replay = new Replay(Library.load(), monitors.world());
        hours.forEach((hour, byMonitor) -> replay.observe(byMonitor.entrySet().stream()
                .map(one -> monitors.hour(one.getKey(), hour, one.getValue()))
                .toList()));
        return new Slice(
                file.getFileName().toString(),
                new FactoryTruth(rows),
                replay.findings().words());
    }

    private static Instant time(Map<String, String> row) {
        return LocalDateTime.parse(row.get("datetime_local"), LOCAL)
                .atZone(Nights.ZONE)
                .toInstant();
    }

    static List<Slice> slices() {
        return SLICES;
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theMonitorThatDriftsIsNamed(Slice slice) {
        assertEquals(slice.truth().drifting(), slice.monitors("drifting"));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void theNoisyMonitorIsNamed(Slice slice) {
        assertEquals(slice.truth().noisy(), slice.monitors("noisier"));
    }

    @ParameterizedTest
    @MethodSource("slices")
    void everyRowThatBearsTheWrongNameIsFound(Slice slice) {
        Set<String> found = slice.words("sensor-untrustworthy", "given twice").stream()
                .filter(word -> word.change() != Change.CLEARED)
                .map(word -> word.subject().id() + ' ' + word.to())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(slice.truth().doubled(), found);
    }

    /** Whom most of the words of those monitors blame that can be trusted. */
    @ParameterizedTest
    @MethodSource("slices")
    void theChemicalsOfTheNightAreTracedToTheirFactories(Slice slice) {
        Map<String, String> blamed = new HashMap<>();
        NIGHTLY.keySet().forEach(chemical -> slice.words("air-night-emission", chemical).stream()
                .filter(word -> word.sourceEnterprise() != null)
                .filter(word -> !slice.truth().noisy().contains(word.subject().id()))
                .collect(Collectors.groupingBy(Detection::sourceEnterprise, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> blamed.put(chemical, most.getKey())));
        assertTrue(NIGHTLY.entrySet().containsAll(blamed.entrySet()), blamed::toString);
        assertFalse(slice.truth().isLong() && blamed.isEmpty(), "nothing found in a month");
    }

    @ParameterizedTest
    @MethodSource("slices")
    void noFirmIsBlamedForAMonitor(Slice slice) {
        assertTrue(slice.words("sensor-untrustworthy", "").stream().allMatch(word -> word.sourceEnterprise() == null));
    }
}

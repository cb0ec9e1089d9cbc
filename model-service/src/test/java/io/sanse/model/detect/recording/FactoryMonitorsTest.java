package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month of nine monitors among four factories: one drifts, one is noisy, some rows bear the wrong name, and two chemicals come at night from a factory each. */
class FactoryMonitorsTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("M/d/yy H:mm");
    private static final List<Detection> WORDS = new ArrayList<>();
    private static final TreeMap<Instant, Map<String, List<Factor>>> HOURS = new TreeMap<>();

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
        read();
        Replay replay = new Replay(Library.load(), monitors.world());
        HOURS.forEach((hour, byMonitor) -> replay.observe(byMonitor.entrySet().stream()
                .map(one -> monitors.hour(one.getKey(), hour, one.getValue()))
                .toList()));
        WORDS.addAll(replay.findings().words());
    }

    private static void read() {
        TreeMap<Instant, List<Factor>> wind = new TreeMap<>();
        for (Map<String, String> row : Recorded.rows("data/air/vast2017_mc2_wind_2016-04.csv")) {
            wind.put(
                    time(row),
                    List.of(
                            Monitors.value("a01007", Double.parseDouble(row.get("wind_speed_ms"))),
                            Monitors.value("a01008", Double.parseDouble(row.get("wind_from_deg")))));
        }
        for (Map<String, String> row : Recorded.rows("data/air/vast2017_mc2_sensor_2016-04.csv.gz")) {
            Instant hour = time(row);
            HOURS.computeIfAbsent(hour, none -> new TreeMap<>())
                    .computeIfAbsent(
                            row.get("monitor"),
                            none -> new ArrayList<>(wind.floorEntry(hour).getValue()))
                    .add(Monitors.value(
                            row.get("chemical").replace("-", ""), Double.parseDouble(row.get("reading_ppm"))));
        }
    }

    private static Instant time(Map<String, String> row) {
        return LocalDateTime.parse(row.get("datetime_local"), LOCAL)
                .atZone(Nights.ZONE)
                .toInstant();
    }

    private static List<Detection> words(String model, String part) {
        return WORDS.stream()
                .filter(word -> word.model().equals(model) && word.text().en().contains(part))
                .toList();
    }

    private static Set<String> monitors(String model, String part) {
        return words(model, part).stream()
                .map(word -> word.subject().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theMonitorThatDriftsIsNamed() {
        assertEquals(Set.of("4"), monitors("sensor-untrustworthy", "drifting"));
    }

    @Test
    void theNoisyMonitorIsNamed() {
        assertEquals(Set.of("3"), monitors("sensor-untrustworthy", "noisier"));
    }

    @Test
    void everyRowThatBearsTheWrongNameIsFound() {
        Set<String> truth = new TreeSet<>();
        HOURS.forEach((hour, byMonitor) -> byMonitor.forEach((monitor, factors) -> {
            if (factors.stream().map(Factor::code).distinct().count() < factors.size()) {
                truth.add(monitor + ' ' + hour);
            }
        }));
        Set<String> found = words("sensor-untrustworthy", "given twice").stream()
                .filter(word -> word.change() != Change.CLEARED)
                .map(word -> word.subject().id() + ' ' + word.to())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(51, truth.size());
        assertEquals(truth, found);
    }

    @Test
    void theChemicalsOfTheNightAreTracedToTheirFactories() {
        Map<String, String> first = new HashMap<>();
        for (String chemical : List.of("Methylosmolene", "Chlorodinine")) {
            List<Detection> words = words("air-night-emission", chemical).stream()
                    .filter(word -> word.subject().id().equals("6"))
                    .toList();
            first.put(chemical, words.get(words.size() - 1).sourceEnterprise());
        }
        assertEquals(
                Map.of("Methylosmolene", "Kasios Office Furniture", "Chlorodinine", "Roadrunner Fitness Electronics"),
                first);
    }

    @Test
    void noFirmIsBlamedForAMonitor() {
        assertTrue(words("sensor-untrustworthy", "").stream().allMatch(word -> word.sourceEnterprise() == null));
    }
}

package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Nights;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Reading.Factor;
import io.sanse.model.library.Library;
import io.sanse.model.testing.Recorded;
import io.sanse.model.testing.Replay;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A winter month of four stations of one region: days of haze over all of them, hours that were not measured. */
class HazeTest {
    private static final double HAZE = 150;
    private static final Map<String, String> CODES =
            Map.of("PM2.5", "a34004", "PM10", "a34002", "SO2", "a21026", "NO2", "a21004", "CO", "a21005");
    private static final Map<String, GeoPoint> PLACES = Map.of(
            "Aotizhongxin", new GeoPoint(116.397, 39.982),
            "Dongsi", new GeoPoint(116.417, 39.929),
            "Huairou", new GeoPoint(116.628, 40.328),
            "Shunyi", new GeoPoint(116.655, 40.127));

    private static final TreeMap<Instant, TreeMap<String, List<Factor>>> HOURS = new TreeMap<>();
    private static final List<Detection> WORDS = new ArrayList<>();

    @BeforeAll
    static void play() {
        Monitors monitors = new Monitors(3);
        PLACES.forEach(monitors::station);
        PLACES.keySet().forEach(HazeTest::read);
        Replay replay = new Replay(Library.load(), monitors.world());
        HOURS.forEach((hour, byStation) -> replay.observe(byStation.entrySet().stream()
                .map(one -> monitors.hour(one.getKey(), hour, one.getValue()))
                .toList()));
        WORDS.addAll(replay.findings().words());
    }

    private static void read(String station) {
        for (Map<String, String> row : Recorded.rows("data/air/prsa_" + station + "_201303-201502.csv.gz")) {
            if (row.get("year").equals("2014") && row.get("month").equals("2")) {
                List<Factor> factors = new ArrayList<>();
                CODES.forEach((name, code) -> {
                    if (!row.get(name).equals("NA")) {
                        factors.add(Monitors.value(code, Double.parseDouble(row.get(name))));
                    }
                });
                HOURS.computeIfAbsent(time(row), none -> new TreeMap<>()).put(station, factors);
            }
        }
    }

    private static Instant time(Map<String, String> row) {
        return LocalDateTime.of(2014, 2, Integer.parseInt(row.get("day")), Integer.parseInt(row.get("hour")), 0)
                .atZone(Nights.ZONE)
                .toInstant();
    }

    private static List<Detection> rises() {
        return WORDS.stream()
                .filter(word -> word.model().equals("air-local-rise"))
                .toList();
    }

    /** At an hour, how many stations measured so much fine dust that it lies over the region. */
    private static long hazy(Instant hour) {
        return HOURS.getOrDefault(hour, new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .filter(factor -> factor.code().equals("a34004") && factor.value() > HAZE)
                .count();
    }

    @Test
    void theMonthHasHaze() {
        assertTrue(HOURS.keySet().stream().filter(hour -> hazy(hour) >= 3).count() > 200);
    }

    @Test
    void hazeOverTheRegionRaisesNoLocalAlert() {
        assertEquals(
                List.of(),
                rises().stream()
                        .filter(word -> word.text().en().contains("PM2.5") && hazy(word.observedAt()) >= 3)
                        .map(word -> word.text().en())
                        .toList());
    }

    @Test
    void nothingRestsOnAnHourThatWasNotMeasured() {
        assertTrue(rises().stream().flatMap(word -> word.evidence().stream()).noneMatch(evidence -> evidence.content()
                .contains("\"value\":null")));
    }

    @Test
    void missingHoursAreNoFault() {
        assertTrue(WORDS.stream()
                .filter(word -> word.model().equals("sensor-untrustworthy"))
                .noneMatch(word -> word.text().en().contains("flagged")));
    }
}

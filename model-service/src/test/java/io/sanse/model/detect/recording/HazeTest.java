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
import io.sanse.testing.Recordings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The haziest month of stations of one region: days of haze over all of them, hours that were not measured. Any slice of the recording will do that has three stations. */
class HazeTest {
    private static final String FINE = "a34004";
    private static final double HAZE = 150;
    private static final int REGION = 3;
    private static final Map<String, String> CODES =
            Map.of("PM2.5", FINE, "PM10", "a34002", "SO2", "a21026", "NO2", "a21004", "CO", "a21005");
    private static final Map<String, GeoPoint> PLACES = Map.ofEntries(
            Map.entry("Aotizhongxin", new GeoPoint(116.397, 39.982)),
            Map.entry("Changping", new GeoPoint(116.234, 40.217)),
            Map.entry("Dingling", new GeoPoint(116.220, 40.292)),
            Map.entry("Dongsi", new GeoPoint(116.417, 39.929)),
            Map.entry("Guanyuan", new GeoPoint(116.339, 39.929)),
            Map.entry("Gucheng", new GeoPoint(116.184, 39.914)),
            Map.entry("Huairou", new GeoPoint(116.628, 40.328)),
            Map.entry("Nongzhanguan", new GeoPoint(116.461, 39.937)),
            Map.entry("Shunyi", new GeoPoint(116.655, 40.127)),
            Map.entry("Tiantan", new GeoPoint(116.407, 39.886)),
            Map.entry("Wanliu", new GeoPoint(116.287, 39.987)),
            Map.entry("Wanshouxigong", new GeoPoint(116.352, 39.878)));

    private static final TreeMap<Instant, TreeMap<String, List<Factor>>> HOURS = new TreeMap<>();
    private static final List<Detection> WORDS = new ArrayList<>();

    @BeforeAll
    static void play() {
        for (Path file : Recordings.files("data/air", "prsa_*.csv*")) {
            Recorded.rows(file).forEach(HazeTest::read);
        }
        HOURS.headMap(haziest().atDay(1).atStartOfDay(Nights.ZONE).toInstant()).clear();
        HOURS.tailMap(haziest().plusMonths(1).atDay(1).atStartOfDay(Nights.ZONE).toInstant())
                .clear();
        Monitors monitors = new Monitors(3);
        HOURS.values().stream()
                .flatMap(hour -> hour.keySet().stream())
                .distinct()
                .forEach(station -> monitors.station(station, PLACES.get(station)));
        Replay replay = new Replay(Library.load(), monitors.world());
        HOURS.forEach((hour, byStation) -> replay.observe(byStation.entrySet().stream()
                .map(one -> monitors.hour(one.getKey(), hour, one.getValue()))
                .toList()));
        WORDS.addAll(replay.findings().words());
    }

    private static void read(Map<String, String> row) {
        List<Factor> factors = new ArrayList<>();
        CODES.forEach((name, code) -> {
            if (!row.get(name).equals("NA") && !row.get(name).isBlank()) {
                factors.add(Monitors.value(code, Double.parseDouble(row.get(name))));
            }
        });
        Instant hour = LocalDateTime.of(
                        number(row, "year"), number(row, "month"), number(row, "day"), number(row, "hour"), 0)
                .atZone(Nights.ZONE)
                .toInstant();
        HOURS.computeIfAbsent(hour, none -> new TreeMap<>()).put(row.get("station"), factors);
    }

    private static int number(Map<String, String> row, String name) {
        return Integer.parseInt(row.get(name));
    }

    private static YearMonth haziest() {
        Map<YearMonth, Integer> hours = new HashMap<>();
        HOURS.keySet().stream()
                .filter(HazeTest::isHazy)
                .forEach(hour -> hours.merge(YearMonth.from(hour.atZone(Nights.ZONE)), 1, Integer::sum));
        Assumptions.assumeFalse(hours.isEmpty(), "skipped: no recordings of haze over three stations");
        return hours.entrySet().stream()
                .max(Map.Entry.<YearMonth, Integer>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    private static List<Detection> rises() {
        return WORDS.stream()
                .filter(word -> word.model().equals("air-local-rise"))
                .toList();
    }

    /** Whether most stations measured so much fine dust at an hour that it lies over the region. */
    private static boolean isHazy(Instant hour) {
        List<Double> dust = HOURS.getOrDefault(hour, new TreeMap<>()).values().stream()
                .flatMap(List::stream)
                .filter(factor -> factor.code().equals(FINE))
                .map(Factor::value)
                .toList();
        long much = dust.stream().filter(value -> value > HAZE).count();
        return much >= REGION && 2 * much >= dust.size();
    }

    @Test
    void hazeOverTheRegionRaisesNoLocalAlert() {
        assertEquals(
                List.of(),
                rises().stream()
                        .filter(word -> word.text().en().contains("PM2.5") && isHazy(word.observedAt()))
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

    @Test
    void aSoundStationDoesNotDrift() {
        assertTrue(WORDS.stream()
                .filter(word -> word.model().equals("sensor-untrustworthy"))
                .noneMatch(word -> word.text().en().contains("drifting")));
    }
}

package io.sanse.model.detect.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks of a box in a street that writes -200 where it measured nothing. Any slice of the recording will do, whatever the order of its rows. */
class FaultCodesTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm:ss");
    private static final double FAULT = -200;
    private static final int MOST = 1_000;
    private static final int FAULTY_HOURS = 6;
    private static final Map<String, String> CODES =
            Map.of("CO(GT)", "a21005", "C6H6(GT)", "a25002", "NOx(GT)", "a21002", "NO2(GT)", "a21004");

    static Stream<Path> slices() {
        return Recordings.files("data/air", "uci_airquality_it_*.csv*").stream();
    }

    private static TreeMap<Instant, List<Factor>> hours(Path slice) {
        TreeMap<Instant, List<Factor>> hours = new TreeMap<>();
        for (Map<String, String> row : Recorded.rows(slice)) {
            List<Factor> factors = new ArrayList<>();
            CODES.forEach((name, code) -> {
                if (!row.getOrDefault(name, "").isBlank()) {
                    factors.add(Monitors.value(code, Double.parseDouble(row.get(name))));
                }
            });
            LocalDateTime local = LocalDateTime.parse(row.get("Date") + ' ' + row.get("Time"), LOCAL);
            hours.put(local.atZone(Nights.ZONE).toInstant(), factors);
        }
        while (hours.size() > MOST) {
            hours.pollLastEntry();
        }
        return hours;
    }

    private static List<Detection> words(
            TreeMap<Instant, List<Factor>> hours, Function<List<Factor>, List<Factor>> told) {
        Monitors box = new Monitors(0);
        box.station("box", new GeoPoint(120, 29));
        Replay replay = new Replay(Library.load(), box.world());
        hours.forEach((hour, factors) -> replay.observe(box.hour("box", hour, told.apply(factors))));
        return replay.findings().words();
    }

    private static List<Factor> measured(List<Factor> factors) {
        return factors.stream().filter(factor -> factor.value() != FAULT).toList();
    }

    private static List<String> bursts(List<Detection> words) {
        return words.stream()
                .filter(word -> word.model().equals("air-night-emission"))
                .map(word -> word.change() + " " + word.to() + ' ' + word.text().en())
                .toList();
    }

    private static boolean isFaulty(TreeMap<Instant, List<Factor>> hours, String code, Instant until) {
        return hours.subMap(until.minusSeconds(24 * 3_600), false, until, true).values().stream()
                        .filter(factors -> factors.stream()
                                .anyMatch(factor -> factor.code().equals(code) && factor.value() == FAULT))
                        .count()
                >= FAULTY_HOURS;
    }

    @ParameterizedTest
    @MethodSource("slices")
    void aFaultIsAHoleToEverybodyAndADoubtAboutTheBox(Path slice) {
        TreeMap<Instant, List<Factor>> hours = hours(slice);
        List<Detection> words = words(hours, factors -> factors);
        assertEquals(bursts(words(hours, FaultCodesTest::measured)), bursts(words), "what is said of the air");
        boolean faulty = hours.keySet().stream()
                .anyMatch(hour -> CODES.values().stream().anyMatch(code -> isFaulty(hours, code, hour)));
        assertEquals(faulty, words.stream().anyMatch(word -> word.text().en().contains("below zero")));
    }
}

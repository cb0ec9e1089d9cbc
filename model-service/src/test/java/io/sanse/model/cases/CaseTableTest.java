package io.sanse.model.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.detection.Aggravation;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.library.Library;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTableTest {
    private static final String GOOD = """
            day: 2026-03-05
            subject: vehicle:浙GA1234
            world:
              places:
                road: [2500, 0]
              zones:
                works: {type: enterprise, at: [0, 0], enterprise: F1}
                pit: {type: pit, at: [5000, 0]}
              enterprises:
                F1: {roles: [generator]}
              cameras:
                gate: {at: [100, 0]}
            cases:
              - name: a stop
                events: ["21:00..21:10 every 30s at works", "21:15 at road", "21:20..21:41 every 30s at pit"]
                expect: ["raised yellow 21:40:30 until 21:40:30"]
            """;

    private final ModelSet models = Library.load();
    private final Model stop = models.models().stream()
            .filter(model -> model.id().equals("vehicle-suspicious-stop"))
            .findFirst()
            .orElseThrow();

    private CaseVerdict play(String table) {
        return new CasePlayer(models, stop).judge(CaseTable.read("x", table).get(0));
    }

    @Test
    void aCaseThatGoesAsItSays() {
        assertTrue(play(GOOD).isOk());
    }

    @Test
    void aCaseThatDoesNotTellsWhatWasSaid() {
        String table = GOOD.replace("raised yellow 21:40:30 until 21:40:30", "raised red 21:40 until 21:40")
                + "    reasons: [provider-outage]\n    says: Nothing at all.\n";
        assertEquals(
                List.of(
                        "expected raised red 21:40 until 21:40",
                        "said     raised yellow 21:40:30 until 21:40:30",
                        "expected the reason provider-outage, given were nothing",
                        "expected the sentence Nothing at all.",
                        "said                  Vehicle 浙GA1234 left works at 03-05 21:10, came to pit at 03-05 21:20"
                                + " and has stayed there for 20 min without an open manifest."),
                play(table).differences());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    day: 2026-03-05 | day: 2026-02-30 | x:1:6: 'day': '2026-02-30' is not a day like 2026-03-05
                    day: 2026-03-05 | day: 0001-01-01 | x:1:6: 'day': '0001-01-01' is not a day like 2026-03-05
                    day: 2026-03-05 | date: 2026-03-05 | x:1:1: unknown field 'date'; known are cases, day, subject, world
                    subject: vehicle:浙GA1234 | subject: 浙GA1234 | x:2:10: 'subject': a subject is written type:id
                    subject: vehicle:浙GA1234 | subject: ship:A | x:2:10: 'subject': unknown subject type 'ship'
                    road: [2500, 0] | road: [2500] | x:5:11: 'road' must be [metres east, metres north]
                    road: [2500, 0] | road: [far, 0] | x:5:12: 'far' is not a number
                    road: [2500, 0] | road: here | x:5:11: 'here' is not a number
                    type: pit, at | typ: pit, at | x:8:11: unknown field 'typ'; known are at, core, division, enterprise, half, type
                    type: pit, at | type: pit, core: perhaps, at | x:8:28: 'core': must be true or false, not 'perhaps'
                    enterprises: | firms: | x:9:3: unknown field 'firms'; known are cameras, enterprises, persons, places, rounds, routes, stations, vehicles, zones
                    - name: a stop | - title: a stop | x:14:5: unknown field 'title'; known are day, events, expect, name, reasons, says, subject, world
                    expect: ["raised yellow 21:40:30 until 21:40:30"] | says: nothing | x:14:5: the field 'expect' is missing
                    ["raised yellow 21:40:30 until | ["x until | x:16:14: 'x until 21:40:30': 'x' is none of raised, amended, cleared, retracted; a word is written like 'raised yellow 21:40:30 until 21:40:30 night'
                    raised yellow | raised purple | x:16:14: 'raised purple 21:40:30 until 21:40:30': 'purple' is none of blue, yellow, red; a word is written like 'raised yellow 21:40:30 until 21:40:30 night'
                    until 21:40:30"] | to 21:40:30"] | x:16:14: 'raised yellow 21:40:30 to 21:40:30': 'to' is none of until; a word is written like 'raised yellow 21:40:30 until 21:40:30 night'
                    until 21:40:30"] | until 21:40:30 dark"] | x:16:14: 'raised yellow 21:40:30 until 21:40:30 dark': 'dark' is none of AGGRAVATIONS; a word is written like 'raised yellow 21:40:30 until 21:40:30 night'
                    subject: vehicle:浙GA1234 | subject: feed:gps | x:2:10: 'subject': no model is about a feed
                    type: pit, at: [5000, 0] | type: pit, at: [5000, 0], half: -5 | x:8:43: 'half' must be more than 0 m
                    type: pit, at: [5000, 0] | type: pit, at: [5000, 0], half: 0 | x:8:43: 'half' must be more than 0 m
                    type: pit, at | type: pitt, at | x:8:17: 'type': 'pitt' is none of pit, river-bank, woodland, sensitive, enterprise, construction, receiver, fuel, depot, rest, restricted, protected, control-circle, mine
                    roles: [generator] | roles: [generater] | x:10:17: 'roles': 'generater' is none of generator, carrier, receiver, collector, operator, construction
                    road: [2500, 0] | road: [NaN, 0] | x:5:12: 'NaN' is not a number
                    """)
    void aTableThatIsWrongIsNamedWithLineAndColumn(String good, String bad, String message) {
        ModelFileException error =
                assertThrows(ModelFileException.class, () -> CaseTable.read("x", GOOD.replace(good, bad)));
        String aggravations =
                Stream.of(Aggravation.values()).map(Aggravation::text).collect(Collectors.joining(", "));
        String expected = message.replace("AGGRAVATIONS", aggravations);
        assertTrue(
                error.problems().stream().anyMatch(problem -> problem.toString().equals(expected)), error.getMessage());
    }

    @Test
    void aTableWithoutCasesIsRefused() {
        String table = GOOD.substring(0, GOOD.indexOf("cases:")) + "cases: []\n";
        ModelFileException error = assertThrows(ModelFileException.class, () -> CaseTable.read("x", table));
        assertEquals("x:13:8: a table needs at least one case", error.getMessage());
    }

    @Test
    void twoCasesOfOneNameAreRefused() {
        String one = GOOD.substring(GOOD.indexOf("  - name"));
        ModelFileException error = assertThrows(ModelFileException.class, () -> CaseTable.read("x", GOOD + one));
        assertEquals("x:17:11: there are two cases 'a stop'", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"30s, PT30S", "4m, PT4M", "2h, PT2H", "1d, PT24H", "1h30m, PT1H30M"})
    void aStep(String text, String length) {
        assertEquals(length, CaseTime.duration(text).toString());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    21:15 at raod | the world has no place 'raod'; there are gate, pit, road, works
                    21:15 at | a place is missing at the end
                    21:15 at road fast | 'fast' is none of empty, full, half, plate, power-cut, speed
                    21:15 at road full speed | the value of 'speed' is missing at the end
                    21:15 | what happens is missing at the end
                    21:15 flies | 'flies' is none of filed, picked-up, received, confirmed, rejected, voided
                    25:15 at road | '25:15' is not a time like 21:00, 21:00:30 or 2026-03-05_21:00
                    9999-01-01_00:00 at road | '9999-01-01_00:00' is not a time like 21:00, 21:00:30 or 2026-03-05_21:00
                    21:15..21:20 at road | a row is written FIRST..LAST every STEP … or FIRST..LAST hourly …
                    21:15..21:20..21:30 every 1m at road | a row is written FIRST..LAST every STEP … or FIRST..LAST hourly …
                    21:20..21:15 every 1m at road | the row ends before it begins
                    21:15..21:20 every 0s at road | a step must be longer than nothing, not '0s'
                    21:15..21:20 every now at road | 'now' is not a step like 30s, 4m, 2h or 1d
                    21:15..2099-01-01_00:00 every 1h at road | a case has at most 100000 observations
                    21:15 filed M1 sent | the value of 'sent' is missing at the end
                    21:15 filed M1 sned 8 | 'sned' is none of carrier, driver, escort, from, hazardous, major, plate, received, sent, to, usual
                    21:15 filed M1 sent much | 'sent' must be a number, not 'much'
                    21:15 weighed empty 7 | 'empty' is none of sent, received
                    21:15 weighed received 1e400 | a weight in t must be a number, not '1e400'
                    21:15 stored L1 NaN | an amount in t must be a number, not 'NaN'
                    21:15 weighed sent 0x1p4 | a weight in t must be a number, not '0x1p4'
                    21:15 weighed sent | a weight in t is missing at the end
                    21:15 seen gate wet | 'wet' is none of class, colour, confidence, empty, full, half, in, out, plate
                    21:15 seen cam | the world has no place 'cam'; there are gate, pit, road, works
                    21:15 hour S1 a34004 35 | a flag is missing at the end
                    21:15 hour S1 a34004 35±x N | a step must be a number, not 'x'
                    clock | a time is missing at the end
                    clock 22:00 sharp | 'sharp' is too much
                    silence noon | 'noon' is not a time like 21:00, 21:00:30 or 2026-03-05_21:00
                    restart now | 'now' is too much
                    """)
    void anEventThatIsNotUnderstoodIsNamedWithLineAndColumn(String event, String why) {
        String table = GOOD.replace("21:15 at road", event);
        ModelFileException error = assertThrows(ModelFileException.class, () -> play(table));
        assertEquals("x:15:49: '" + event + "': " + why, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clock 2099-12-31_00:00", "silence 2099-12-31_00:00"})
    void aSlipOfThePenInADateHoldsNothingUp(String event) {
        assertEquals(
                0,
                play(GOOD.replace("expect:", "reasons: []\n    expect:")
                                .replace("\"21:15 at road\"", '"' + event + '"'))
                        .differences()
                        .stream()
                        .filter(difference -> difference.contains("fails"))
                        .count());
    }
}

package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.SubjectType;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.JournalEntry;
import io.sanse.model.cases.ModelCase;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.explain.Explanation;
import io.sanse.model.detect.parameter.Parameter;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A truck stays in zones in which other values count. It comes at 21:20, and its reports are 30 s apart. */
class OwnValuesTest {
    static final String TEXT = Library.text("library/vehicle/vehicle-suspicious-stop.yaml")
            .replace("stay: {value: 20, unit: min, source: P}", """
                    stay:
                        value: 20
                        unit: min
                        source: P
                        overrides:
                          - {district: "3307", value: 30}
                          - {district: 330783, value: 10}
                          - {zone: deep, value: 40}
                          - {zone: early, value: 8}
                          - {subject: "vehicle:浙GA0001", value: 5}""")
            .replace(
                    "stayCore: {value: 3, unit: min, source: P}",
                    "stayCore: {value: 50, unit: min, source: P, overrides: [{zone: deep, value: 45}, {zone: core, value: 6}, {district: \"3201\", value: 12}]}");

    private static final String TABLE = """
            day: 2026-03-05
            subject: vehicle:%s
            world:
              places:
                road: [2500, 0]
              zones:
                works: {type: enterprise, at: [0, 0], enterprise: F1}
                far: {type: pit, at: [5000, 0], division: "410100"}
                pit: {type: pit, at: [5000, 1000], division: "330784"}
                near: {type: pit, at: [5000, 2000], division: "330783001"}
                deep: {type: pit, at: [5000, 3000], division: "330783"}
                core: {type: pit, at: [6000, 0], core: true, division: "330783"}
                other-core: {type: pit, at: [6000, 1000], core: true, division: "330783"}
                town-core: {type: pit, at: [6000, 2000], core: true, division: "320102"}
                late: {type: pit, at: [6000, 3000], division: "330783"}
                early: {type: pit, at: [6000, 3000], division: "330783"}
              enterprises:
                F1: {roles: [generator]}
            cases:
              - name: one
                events: ["21:00..21:10 every 30s at works", "21:15 at road", %s]
                expect: []
            """;

    private static final Model MODEL = ModelReader.read("own.yaml", TEXT);
    private static final CasePlayer INTERPRETED = player(MODEL);
    private static final CasePlayer COMPILED =
            player(ModelCompiler.compiled(MODEL).model());

    private static CasePlayer player(Model model) {
        return new CasePlayer(Library.with(model), model);
    }

    static Stream<Arguments> stays() {
        return Stream.of(
                Arguments.of("where nothing is said the default counts", "浙GA1234", "far", 20, "stay"),
                Arguments.of("a district", "浙GA1234", "pit", 30, "stay"),
                Arguments.of("of two districts the longer code", "浙GA1234", "near", 10, "stay"),
                Arguments.of("a zone comes before its district", "浙GA1234", "deep", 40, "stay"),
                Arguments.of("a subject comes before the zone", "浙GA0001", "deep", 5, "stay"),
                Arguments.of("a subject comes before the district", "浙GA0001", "pit", 5, "stay"),
                Arguments.of("a subject where nothing else is said", "浙GA0001", "far", 5, "stay"),
                Arguments.of("another parameter of a zone", "浙GA1234", "core", 6, "stayCore"),
                Arguments.of("another parameter, not of a subject", "浙GA0001", "core", 6, "stayCore"),
                Arguments.of("another parameter where nothing is said of it", "浙GA1234", "other-core", 50, "stayCore"),
                Arguments.of("another parameter of a district", "浙GA1234", "town-core", 12, "stayCore"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stays")
    void theNarrowestScopeCounts(String name, String plate, String zone, int minutes, String parameter) {
        for (CasePlayer one : List.of(INTERPRETED, COMPILED)) {
            assertEquals(List.of(), words(one, plate, zone, 2 * minutes - 1));
            assertEquals(List.of(), words(one, plate, zone, 2 * minutes));
            List<Detection> words = words(one, plate, zone, 2 * minutes + 1);
            assertEquals(1, words.size(), words::toString);
            assertEquals(minutes + " min", words.get(0).parameters().get(parameter));
        }
    }

    /** @param halfMinutes between the first and the last report from the zone */
    private static List<Detection> words(CasePlayer player, String plate, String zone, int halfMinutes) {
        return journal(player, plate, zone, halfMinutes).stream()
                .filter(JournalEntry.Word.class::isInstance)
                .map(entry -> ((JournalEntry.Word) entry).detection())
                .toList();
    }

    private static List<JournalEntry> journal(CasePlayer player, String plate, String zone, int halfMinutes) {
        int seconds = 21 * 3600 + 20 * 60 + 30 * halfMinutes;
        String until = "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
        String stay = "\"21:20..%s every 30s at %s\"".formatted(until, zone);
        ModelCase one =
                CaseTable.read("own.cases.yaml", TABLE.formatted(plate, stay)).get(0);
        return player.explain(one);
    }

    /** Where two zones overlap the truck is in both: what is said of it is one episode. */
    @Test
    void zonesWithOtherValuesMakeOneEpisode() {
        List<Detection> words = words(INTERPRETED, "浙GA1234", "late", 2 * 25);
        assertEquals("8 min", words.get(0).parameters().get("stay"));
        assertEquals(
                1, words.stream().filter(word -> word.change() == Change.RAISED).count(), words::toString);
        assertEquals(1, words.stream().map(Detection::id).distinct().count(), words::toString);
    }

    @Test
    void aMomentIsExplainedByTheValuesOfItsPlaceAlone() {
        List<JournalEntry.Moment> moments = journal(INTERPRETED, "浙GA1234", "pit", 2 * 31).stream()
                .filter(JournalEntry.Moment.class::isInstance)
                .map(JournalEntry.Moment.class::cast)
                .toList();
        assertEquals(
                List.of("30 min"),
                moments.stream()
                        .map(moment -> moment.parameters().find("stay"))
                        .map(Parameter::withUnit)
                        .distinct()
                        .toList());
        assertEquals(
                moments.size(),
                moments.stream()
                        .map(JournalEntry.Moment::explanation)
                        .map(Explanation::at)
                        .distinct()
                        .count());
    }

    @Test
    void whoHasNoValuesOfItsOwnIsAskedOnce() {
        Model shipped = Library.load().models().get(0);
        assertEquals(List.of(shipped), shipped.variants().toList());
        assertEquals(List.of(shipped), shipped.judging(null));
    }

    @Test
    void tracksTellAllLengths() {
        ModelSet alone = Library.of(List.of(MODEL), Library.Basis.own());
        List<Long> asked = new ArrayList<>();
        for (int minutes : new int[] {5, 6, 8, 10, 12, 20, 30, 40, 45, 50}) {
            asked.add(minutes * 60_000L);
        }
        assertEquals(
                asked,
                Arrays.stream(alone.tracks().lengths())
                        .boxed()
                        .filter(asked::contains)
                        .toList());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{value: 30}] | an override is for one of district, zone and subject
                    [{district: "330784", zone: pit, value: 30}] | it can be for one of district, zone and subject only
                    [{district: Wuyi, value: 30}] | 'district': a division code has 2 to 12 digits, not 'Wuyi'
                    [{district: "3", value: 30}] | 'district': a division code has 2 to 12 digits, not '3'
                    [{district: "3307840000001", value: 30}] | 'district': a division code has 2 to 12 digits, not '3307840000001'
                    [{zone: "", value: 30}] | 'zone': subject id must have 1 to 64 characters
                    [{subject: 浙GA1234, value: 30}] | 'subject': a subject is written type:id
                    [{subject: "site:pit", value: 30}] | 'subject': the operator stay-after-source is about a vehicle
                    [{zone: pit, value: long}] | 'long' is not a number of min
                    [{zone: pit}] | the field 'value' is missing
                    [{zone: pit, value: 30, unit: h}] | unknown field 'unit'
                    [{zone: pit, value: 30}, {zone: pit, value: 31}] | zone pit has its value twice
                    30 | 'overrides' must be a list
                    """)
    void whatIsWrongIsNamedWithItsPlace(String overrides, String message) {
        String text = Library.text("library/vehicle/vehicle-suspicious-stop.yaml")
                .replace(
                        "stay: {value: 20, unit: min, source: P}",
                        "stay: {value: 20, unit: min, source: P, overrides: " + overrides + "}");
        String problem = problem(text);
        assertTrue(problem.matches("bad\\.yaml:13:\\d+: " + Pattern.quote(message) + ".*"), problem);
    }

    private static String problem(String text) {
        return assertThrows(ModelFileException.class, () -> ModelReader.read("bad.yaml", text))
                .problems()
                .get(0)
                .toString();
    }

    @Test
    void aValueByLawNeedsItsArticleThereToo() {
        String law = "stay: {value: 20, unit: min, source: L, article: a law, overrides: [{zone: pit, value: 30%s}]}";
        String text = Library.text("library/vehicle/vehicle-suspicious-stop.yaml");
        String plain = "stay: {value: 20, unit: min, source: P}";
        assertEquals(
                "bad.yaml:13:71: a value by law needs its article, in zone pit too",
                problem(text.replace(plain, law.formatted(""))));
        ModelReader.read("good.yaml", text.replace(plain, law.formatted(", article: a by-law")));
    }

    @Test
    void anOperatorThatNamesNoZoneHasNoValuesOfZones() {
        String text = Library.text("library/manifest/manifest-weight-gap.yaml")
                .replaceFirst("source: P}", "source: P, overrides: [{zone: pit, value: 1}]}");
        assertEquals(
                "'zone': the operator weight-gap does not say in which zone something was",
                problem(text).replaceFirst("bad.yaml:\\d+:\\d+: ", ""));
    }

    /** What an operator says of itself is so in the cases of its models. */
    @Test
    void whoNamesZonesDoes() {
        ModelSet library = Library.load();
        for (Model model : library.models()) {
            CasePlayer player = new CasePlayer(library, model);
            Stream<ModelCase> found = LibraryCases.of(model).stream()
                    .filter(one -> !one.expect().isEmpty())
                    .limit(model.operator().namesZones() ? Long.MAX_VALUE : 3);
            assertEquals(
                    model.operator().namesZones(),
                    found.flatMap(one -> player.explain(one).stream()).anyMatch(OwnValuesTest::namesZone),
                    model::id);
        }
    }

    private static boolean namesZone(JournalEntry entry) {
        return entry instanceof JournalEntry.Word word
                && word.detection().mentions().stream().anyMatch(mention -> mention.type() == SubjectType.SITE);
    }

    @ParameterizedTest(name = "{0} other values")
    @CsvSource({"31, true", "32, false"})
    void howManySetsOfValuesThereMayBe(int others, boolean good) {
        StringBuilder overrides = new StringBuilder();
        for (int i = 0; i < others; i++) {
            overrides
                    .append(", {zone: z")
                    .append(i)
                    .append(", value: ")
                    .append(100 + i)
                    .append('}');
        }
        String text = Library.text("library/vehicle/vehicle-suspicious-stop.yaml")
                .replace(
                        "stay: {value: 20, unit: min, source: P}",
                        "stay: {value: 20, unit: min, source: P, overrides: [" + overrides.substring(2) + "]}");
        if (good) {
            assertEquals(32, ModelReader.read("good.yaml", text).variants().count());
        } else {
            assertEquals("bad.yaml:12:3: the overrides make more than 32 different sets of values", problem(text));
        }
    }
}

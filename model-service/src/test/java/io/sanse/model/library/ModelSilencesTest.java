package io.sanse.model.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.model.cases.CasePlayer;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.cases.JournalEntry;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.file.ModelFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A truck comes into a pit at 21:20 and leaves at 22:00: its stop is suspicious from the report of 21:40:30 on. */
class ModelSilencesTest {
    private static final String STOP = Library.text("library/vehicle/vehicle-suspicious-stop.yaml");

    private static final String TABLE = """
            day: 2026-03-05
            subject: vehicle:浙GA1234
            world:
              places:
                road: [2500, 0]
              zones:
                works: {type: enterprise, at: [0, 0], enterprise: F1}
                pit: {type: pit, at: [5000, 1000], division: "330784"}
              enterprises:
                F1: {roles: [generator]}
            cases:
              - name: one
                events: ["21:00..21:10 every 30s at works", "21:15 at road", "21:20..22:00 every 30s at pit", "22:01..22:05 every 30s at road"]
                expect: []
            """;

    /** Without a silence it is raised at 21:40:30 and cleared. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            it begins a millisecond before       | from: "2026-03-05T21:40:29.999+08:00", until: "2026-03-06T00:00:00+08:00" | false
            it begins at the same moment         | from: "2026-03-05T21:40:30.000+08:00", until: "2026-03-06T00:00:00+08:00" | false
            it begins a millisecond after        | from: "2026-03-05T21:40:30.001+08:00", until: "2026-03-06T00:00:00+08:00" | true
            it is over a millisecond before      | from: "2026-03-05T00:00:00+08:00", until: "2026-03-05T21:40:29.999+08:00" | true
            it is over at the same moment        | from: "2026-03-05T00:00:00+08:00", until: "2026-03-05T21:40:30.000+08:00" | true
            it is over a millisecond after       | from: "2026-03-05T00:00:00+08:00", until: "2026-03-05T21:40:30.001+08:00" | false
            in the district                      | district: "3307", from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | false
            in another district                  | district: "330783", from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | true
            in the zone                          | zone: pit, from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | false
            in another zone                      | zone: works2, from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | true
            of the truck                         | subject: "vehicle:浙GA1234", from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | false
            of another truck                     | subject: "vehicle:浙GA1235", from: "2026-03-05T00:00:00+08:00", until: "2026-03-06T00:00:00+08:00" | true
            """)
    void anEpisodeThatBeginsWithinItIsNotTold(String name, String silence, boolean told) {
        List<Change> said = words(read(silence)).stream().map(Detection::change).toList();
        assertEquals(told, said.contains(Change.RAISED), said::toString);
        assertEquals(told, !said.isEmpty(), said::toString);
    }

    private static List<Detection> words(Model model) {
        return new CasePlayer(Library.with(model), model)
                .explain(CaseTable.read("silent.cases.yaml", TABLE).get(0)).stream()
                        .filter(JournalEntry.Word.class::isInstance)
                        .map(entry -> ((JournalEntry.Word) entry).detection())
                        .toList();
    }

    private static Model read(String silence) {
        return ModelReader.read("silent.yaml", text("{" + silence + ", owner: 生态环境局, reason: 道路施工}"));
    }

    private static String text(String silence) {
        return STOP + "silences:\n  - " + silence + "\n";
    }

    @Test
    void compiledItKeepsSilentToo() {
        Model model = read("from: \"2026-03-05T00:00:00+08:00\", until: \"2026-03-06T00:00:00+08:00\"");
        assertEquals(List.of(), words(ModelCompiler.compiled(model).model()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {from: "2026-03-05T20:00:00", until: "2026-03-06T20:00:00+08:00", owner: a, reason: b}                           | a time has its offset
            {from: "2026-03-05T20:00:00+08:00", until: "2026-03-05T12:00:00Z", owner: a, reason: b}                          | over after it has begun
            {from: "2026-03-05T20:00:00+08:00", until: "2026-06-05T20:00:01+08:00", owner: a, reason: b}                     | at most 92 days
            {until: "2026-03-06T20:00:00+08:00", owner: a, reason: b}                                                        | from
            {from: "2026-03-05T20:00:00+08:00", owner: a, reason: b}                                                         | until
            {from: "2026-03-05T20:00:00+08:00", until: "2026-03-06T20:00:00+08:00", reason: b}                               | owner
            {from: "2026-03-05T20:00:00+08:00", until: "2026-03-06T20:00:00+08:00", owner: a, reason: " "}                   | is empty
            {zone: a, district: "33", from: "2026-03-05T20:00:00+08:00", until: "2026-03-06T20:00:00+08:00", owner: a, reason: b} | one of district, zone and subject
            {subject: "manifest:M1", from: "2026-03-05T20:00:00+08:00", until: "2026-03-06T20:00:00+08:00", owner: a, reason: b}  | is about a vehicle
            {who: a, from: "2026-03-05T20:00:00+08:00", until: "2026-03-06T20:00:00+08:00", owner: a, reason: b}             | who
            """)
    void refused(String silence, String why) {
        ModelFileException refusal =
                assertThrows(ModelFileException.class, () -> ModelReader.read("silent.yaml", text(silence)));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertTrue(refusal.getMessage().matches("(?s)silent\\.yaml:\\d+:\\d+: .*"), refusal.getMessage());
    }
}

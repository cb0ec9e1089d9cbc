package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Canary;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.observation.Observation;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A truck is known to stand in a pit from minute 16 to 40; the library's version of the model, 2, speaks after 20 minutes, others after other times. */
class ReleasedModelsTest {
    private static final String ID = "vehicle-suspicious-stop";
    private static final ModelSet LIBRARY = Library.load();
    private static final World WORLD = World.of(List.of(StopNight.WORKS, StopNight.PIT));

    private final ReleasedModels models = new ReleasedModels(LIBRARY);

    private static Version version(int number, int stay) {
        String source = LIBRARY.models().stream()
                .filter(model -> model.id().equals(ID))
                .map(model -> model.head().source())
                .findFirst()
                .orElseThrow();
        return new Version(
                number,
                source.replaceFirst("version: \\d+", "version: " + number)
                        .replaceFirst("stay: \\{value: 20,", "stay: {value: " + stay + ","));
    }

    private static Turn turn(int minute, Version live, Canary canary, Version shadow) {
        return new Turn(minute(minute), live, canary, shadow);
    }

    private static Instant minute(int minute) {
        return StopNight.START.plus(Duration.ofMinutes(minute));
    }

    private void assign(long revision, Turn... turns) {
        models.put(new ModelAssignment(ID, revision, List.of(turns)));
    }

    /** Each word as model, version, change and minute; frames of two reports, and a restart between any two of them. */
    private List<String> play() {
        return play(0, () -> {});
    }

    /** The same, and what happens before the frame of a minute. */
    private List<String> play(int minute, Runnable event) {
        Findings findings = new Findings();
        ByteMemory memory = new ByteMemory();
        List<Observation> reports = StopNight.reports(Subject.vehicle("浙GA1234"));
        boolean pending = true;
        for (int first = 0; first < reports.size(); first += 2) {
            if (pending && !reports.get(first).receivedAt().isBefore(minute(minute))) {
                event.run();
                pending = false;
            }
            new PartitionDetector(models, memory, findings)
                    .process(reports.subList(first, Math.min(reports.size(), first + 2)), WORLD);
        }
        return findings.words().stream().map(ReleasedModelsTest::line).toList();
    }

    private static String line(Detection word) {
        long minute = Duration.between(StopNight.START, word.observedAt()).toMinutes();
        return word.model() + " " + word.modelVersion() + " " + word.change().text() + " " + minute;
    }

    @Test
    void compiledTheLibraryJudgesAsBefore() {
        List<String> before = play();
        models.compile();
        assertEquals(0, ModelCompiler.interpreted(models.at(Long.MAX_VALUE)));
        assertEquals(before, play());
    }

    @Test
    void aVersionIsCompiledWhenItComes() {
        assign(1, turn(0, version(3, 25), null, null));
        long library = ModelCompiler.interpreted(LIBRARY);
        long replaced = LIBRARY.models().stream()
                .filter(model -> model.id().equals(ID))
                .mapToLong(model ->
                        model.levels().size() + 1 + model.aggravations().size())
                .sum();
        assertEquals(library - replaced, ModelCompiler.interpreted(models.at(Long.MAX_VALUE)));
    }

    @Test
    void withoutAnAssignmentTheLibraryJudges() {
        assertEquals(List.of(ID + " 2 raised 37", ID + " 2 cleared 40"), play());
    }

    @ParameterizedTest(name = "version 3, which waits {1} min, from minute {0} on: raised by version {2} in minute {3}")
    @CsvSource({
        "0, 10, 3, 27",
        "27, 10, 3, 27",
        "28, 10, 3, 28",
        "34, 10, 3, 34",
        "38, 10, 2, 37",
        "0, 22, 3, 39",
        "37, 22, 3, 39",
        "38, 22, 2, 37"
    })
    void aVersionJudgesFromItsMomentOn(int from, int stay, int version, int raised) {
        assign(1, turn(from, version(3, stay), null, null));
        assertEquals(ID + " " + version + " raised " + raised, play().get(0));
    }

    @Test
    void ofTwoTurnsTheLaterCountsFromItsMomentOn() {
        assign(1, turn(0, version(3, 30), null, null), turn(30, version(4, 12), null, null));
        assertEquals(List.of(ID + " 4 raised 30", ID + " 4 amended 35", ID + " 4 cleared 40"), play());
    }

    @Test
    void anEpisodeThatTheNewVersionDoesNotFindIsTakenBack() {
        assign(1, turn(38, version(3, 60), null, null));
        assertEquals(List.of(ID + " 2 raised 37", ID + " 3 retracted 37"), play());
    }

    @Test
    void aCanaryJudgesInItsDistrictsAndTheLiveVersionElsewhere() {
        assign(1, turn(0, version(2, 20), new Canary(version(3, 10), Set.of("330784")), null));
        assertEquals(List.of(ID + " 3 raised 27", ID + " 3 amended 37", ID + " 3 cleared 40"), play());
        assign(2, turn(0, version(2, 20), new Canary(version(3, 10), Set.of("330726", "330783")), null));
        assertEquals(List.of(ID + " 2 raised 37", ID + " 2 cleared 40"), play());
    }

    @Test
    void aShadowSpeaksUnderANameOfItsOwnAndTheLiveVersionAsEver() {
        assign(1, turn(0, version(2, 20), null, version(3, 10)));
        List<String> words = play();
        assertEquals(
                List.of(ID + " 2 raised 37", ID + " 2 cleared 40"),
                words.stream().filter(word -> !Model.isShadow(word)).toList());
        assertEquals(
                List.of(ID + "@3 3 raised 27", ID + "@3 3 amended 37", ID + "@3 3 cleared 40"),
                words.stream().filter(Model::isShadow).toList());
    }

    @Test
    void aRetiredModelIsSilent() {
        assign(1, turn(0, null, null, null));
        assertEquals(List.of(), play());
    }

    @ParameterizedTest(name = "a turn of minute 27, heard of before the frame of minute {0}: first {1}, last {2}")
    @CsvSource({
        "27, 3 raised 28, 3 cleared 40",
        "31, 3 raised 32, 3 cleared 40",
        "38, 2 raised 37, 3 cleared 40",
        "60, 2 raised 37, 2 cleared 40"
    })
    void aNodeThatHearsOfATurnTooLateFollowsItFromThenOn(int heard, String first, String last) {
        List<String> said = play(heard, () -> assign(1, turn(27, version(3, 10), null, null)));
        assertEquals(ID + " " + first, said.get(0));
        assertEquals(ID + " " + last, said.get(said.size() - 1));
    }

    @Test
    void anOlderRevisionThatComesLateChangesNothing() {
        assign(2, turn(0, version(3, 10), null, null));
        assign(1, turn(0, null, null, null));
        assertEquals(ID + " 3 raised 27", play().get(0));
    }

    private static Version unreadable(int number) {
        return new Version(number, "id: " + ID);
    }

    /** As another release may have taken it: with a field that nobody knows, and a level that never wins. */
    private static Version older(int number, int stay) {
        Version version = version(number, stay);
        return new Version(
                number,
                "colour: red\n"
                        + version.text().replace("levels:\n", "levels:\n  - {level: red, when: 'night && !night'}\n"));
    }

    @Test
    void whatNobodyMayWriteAnyMoreJudgesAsItDid() {
        assign(1, turn(0, version(3, 10), null, null));
        List<String> before = play();
        assign(2, turn(0, older(3, 10), null, null));
        assertEquals(before, play());
        assertEquals(0, models.unreadable());
    }

    @Test
    void inThePlaceOfAVersionThatNothingCanReadJudgesWhatShips() {
        assign(1, turn(0, version(3, 10), null, null));
        assign(2, turn(0, version(3, 10), null, null), turn(1, unreadable(4), null, null));
        assertEquals(List.of(ID + " 2 raised 37", ID + " 2 cleared 40"), play());
        assertEquals(1, models.unreadable());
        assign(3, turn(0, version(5, 10), null, null));
        assertEquals(ID + " 5 raised 27", play().get(0));
        assertEquals(0, models.unreadable());
    }

    @Test
    void whatNothingCanReadIsNoOthersAffair() {
        assign(1, turn(0, version(3, 10), null, null));
        List<String> before = play();
        Canary canary = new Canary(unreadable(4), Set.of("330784"));
        assign(2, turn(0, version(3, 10), canary, unreadable(5)));
        assertEquals(before, play());
        assertEquals(2, models.unreadable());
        assign(3, turn(0, unreadable(6), new Canary(version(3, 10), Set.of("330784")), version(7, 12)));
        List<String> words = play();
        assertEquals(ID + " 3 raised 27", words.get(0));
        assertTrue(words.contains(ID + "@7 7 raised 29"), words::toString);
        models.put(new ModelAssignment("convoy", 1, List.of(turn(0, unreadable(9), null, null))));
        assertEquals(words, play());
        assertEquals(2, models.unreadable());
    }

    @Test
    void betweenTwoMomentsNothingIsMadeAnew() {
        assign(1, turn(10, version(3, 10), null, null));
        assertSame(LIBRARY, models.at(minute(10).toEpochMilli() - 1));
        assertSame(models.at(minute(10).toEpochMilli()), models.at(minute(40).toEpochMilli()));
    }

    @Test
    void whatOnlyAnEarlierTurnNamesNeedNotBeReadable() {
        assign(1, turn(0, new Version(3, "no model"), null, null), turn(10, version(4, 25), null, null));
        assertEquals(2, version(models.at(minute(5).toEpochMilli())));
        assertEquals(4, version(models.at(minute(10).toEpochMilli())));
    }

    private static int version(ModelSet set) {
        return set.models().stream()
                .filter(model -> model.id().equals(ID))
                .findFirst()
                .orElseThrow()
                .head()
                .version();
    }
}

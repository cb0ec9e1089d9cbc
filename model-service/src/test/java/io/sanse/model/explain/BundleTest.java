package io.sanse.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelReader;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles of what is found in a night, and what becomes of them in the wrong hands. */
class BundleTest {
    private static final int TAMPERINGS = 150;
    private static final Night NIGHT = new Night(25, 40, 10);

    private static EvidenceBundle stop;

    @BeforeAll
    static void make() {
        stop = bundle(word("vehicle-suspicious-stop", Change.CLEARED));
    }

    private static EvidenceBundle bundle(Detection word) {
        BundleMaker maker = played(new BundleMaker(word, Library.load(), Night.course(), false));
        EvidenceBundle bundle = maker.bundle();
        assertNotNull(bundle, () -> word + ": " + maker.instead());
        return bundle;
    }

    private static BundleMaker played(BundleMaker maker) {
        for (Arrival arrival : NIGHT.arrivals()) {
            if (!maker.arrived(arrival.at(), arrival.observations())) {
                break;
            }
        }
        return maker;
    }

    private static Detection word(String model, Change change) {
        return NIGHT.live().stream()
                .filter(word -> word.model().equals(model) && word.change() == change)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode tree(EvidenceBundle bundle) {
        try {
            return Json.strict().readTree(Json.bytes(bundle));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void aTextThatNobodyMayWriteAnyMoreIsReadAsItWasPublished() {
        Recording.ModelText text =
                Recording.ModelText.of(Library.load().models().get(0));
        Recording.ModelText older = new Recording.ModelText(
                text.id(), text.version(), text.only(), text.except(), text.shadow(), "colour: red\n" + text.text());
        assertEquals(text.id(), older.read().id());
    }

    @Test
    void everyWordOfTheNightHasABundleThatIsVerified() {
        List<Detection> words = NIGHT.live();
        assertTrue(words.stream().anyMatch(word -> word.model().equals("convoy")), words::toString);
        for (Detection word : words) {
            Verification.Verdict verdict = Verification.of(Json.bytes(bundle(word)));
            assertEquals(List.of(), verdict.differences());
            assertEquals(word, verdict.detection());
        }
    }

    @Test
    void whatWasJudgedByAValueOfItsZoneOrItsTruckIsVerified() throws IOException {
        String own = ", overrides: [{zone: pit, value: 35}, {subject: 'vehicle:浙GN2', value: 7}]}";
        ModelSet models = Library.with(ModelReader.read(
                "own.yaml",
                Library.load().models().stream()
                        .filter(model -> model.id().equals("vehicle-suspicious-stop"))
                        .map(model -> model.head().source())
                        .findFirst()
                        .orElseThrow()
                        .replace(
                                "stay: {value: 20, unit: min, source: P}",
                                "stay: {value: 20, unit: min, source: P" + own)));
        List<Detection> words = NIGHT.live(models, Night.course()).stream()
                .filter(word -> word.model().equals("vehicle-suspicious-stop"))
                .toList();
        assertEquals(
                Set.of("浙GN1 35 min", "浙GN2 7 min"),
                words.stream()
                        .map(word ->
                                word.subject().id() + ' ' + word.parameters().get("stay"))
                        .collect(Collectors.toSet()));
        for (Detection word : words) {
            EvidenceBundle bundle =
                    played(new BundleMaker(word, models, Night.course(), false)).bundle();
            assertEquals(List.of(), Verification.of(Json.bytes(bundle)).differences());
            JsonNode tree = tree(bundle);
            replace(tree, "{zone: pit, value: 35}, {subject: 'vehicle:浙GN2', value: 7}", "{zone: pit, value: 36}");
            assertFalse(Verification.of(Json.bytes(forged(tree))).isVerified());
        }
    }

    @Test
    void aBundleHoldsOnlyWhatIsNeeded() throws IOException {
        Recording recording = BundleText.recording(stop);
        assertEquals(
                List.of("zone:pit", "zone:works"),
                recording.registry().stream().map(Recording.Known::key).sorted().toList());
        assertTrue(
                recording.history().size() < NIGHT.arrivals().size(),
                () -> recording.history().size() + " moments");
        assertTrue(Json.bytes(stop).length < 200_000, () -> Json.bytes(stop).length + " bytes");
    }

    @Test
    void whatRestsOnAPersonIsProvedWithItsEntryAndNobodyElses() {
        List<RegistryEntry> entries = new ArrayList<>(Night.registry());
        entries.addAll(Night.persons(Night.truck(0)));
        RegistryCourse known = RegistryCourse.constant(entries);
        Detection word = NIGHT.live(known).stream()
                .filter(one -> one.references().containsKey("person:P1"))
                .findFirst()
                .orElseThrow();
        assertTrue(BundleMaker.restsOnPersons(word));
        assertNull(played(new BundleMaker(word, Library.load(), known, false)).bundle());
        EvidenceBundle bundle =
                played(new BundleMaker(word, Library.load(), known, true)).bundle();
        assertEquals(
                List.of("person:P1"),
                BundleText.recording(bundle).registry().stream()
                        .map(Recording.Known::key)
                        .filter(key -> key.startsWith("person"))
                        .toList());
        assertTrue(isVerified(Json.bytes(bundle)));
    }

    @Test
    void noSecretOfTheRegistryIsInAnyBundle() {
        List<RegistryEntry> entries = new ArrayList<>(Night.registry());
        entries.addAll(Secrets.entries(Night.truck(0)));
        RegistryCourse known = RegistryCourse.constant(entries);
        List<Detection> words = NIGHT.live(known);
        assertFalse(words.isEmpty());
        for (Detection word : words) {
            EvidenceBundle bundle =
                    played(new BundleMaker(word, Library.load(), known, true)).bundle();
            assertSecretless(Json.text(bundle));
            assertTrue(isVerified(Json.bytes(bundle)));
        }
        List<Recording.Known> everything =
                known.changes().stream().map(Recording.Known::of).toList();
        assertEquals(entries.size(), everything.size());
        assertSecretless(Json.text(everything));
    }

    private static void assertSecretless(String text) {
        assertEquals(List.of(), Secrets.WORDS.stream().filter(text::contains).toList());
    }

    @Test
    void aHistoryThatGivesAnotherWordGivesNoBundle() {
        Detection word = word("vehicle-suspicious-stop", Change.RAISED);
        BundleMaker maker = new BundleMaker(word, Library.load(), Night.course(), false);
        NIGHT.arrivals().stream().skip(12).forEach(arrival -> maker.arrived(arrival.at(), arrival.observations()));
        assertNull(maker.bundle());
        assertEquals("nothing is said of it", maker.instead());
    }

    @Test
    void everyTamperingIsFound() {
        Random random = new Random(7);
        for (int i = 0; i < TAMPERINGS; i++) {
            Tampering tampering = new Tampering(tree(stop), random);
            tampering.once();
            assertFalse(isVerified(tampering.bytes()), tampering::what);
        }
    }

    private static boolean isVerified(byte[] bundle) {
        try {
            return Verification.of(bundle).isVerified();
        } catch (IllegalArgumentException noBundle) {
            return false;
        }
    }

    /** Whoever tampers may make new hashes: then the replay must say something else. */
    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery(
                        "the level",
                        bundle -> part(bundle, "/detection").put("level", "red"),
                        "detection.level: the bundle says \"red\", the replay \"yellow\""),
                forgery("the score", bundle -> part(bundle, "/detection").put("score", 1), "detection.score"),
                forgery(
                        "the time of the verdict",
                        bundle -> part(bundle, "/detection").put("observedAt", "2026-03-05T12:00:00Z"),
                        "detection.observedAt"),
                forgery(
                        "a parameter of the verdict",
                        bundle -> part(bundle, "/detection/parameters").put("stay", "30 min"),
                        "detection.parameters.stay: the bundle says \"30 min\", the replay \"20 min\""),
                forgery(
                        "a parameter of the text",
                        bundle -> replace(bundle, "stay: {value: 20", "stay: {value: 19"),
                        "is not found; the replay says at last: cleared yellow"),
                forgery(
                        "a parameter that nothing passes",
                        bundle -> replace(bundle, "stay: {value: 20", "stay: {value: 99"),
                        "is not found"),
                forgery(
                        "the sentence of the text",
                        bundle -> replace(bundle, "Vehicle {plate}", "Car {plate}"),
                        "detection.text.en"),
                forgery("a text that is none", bundle -> replace(bundle, "levels:", "level:"), "text: "),
                forgery("the stated version", bundle -> model(bundle).put("version", 99), "version 99 is stated"),
                forgery("the place of a report", BundleTest::moveReports, "detection"),
                forgery(
                        "the time of a report",
                        bundle -> decisive(bundle).put("observedAt", "2026-03-05T12:16:01Z"),
                        "detection"),
                forgery(
                        "the id of a report",
                        bundle -> decisive(bundle).put("id", "00000000-0000-8000-8000-000000000000"),
                        "detection.evidence"),
                forgery(
                        "a registered zone",
                        bundle -> part(bundle, "/registry/0/entry").put("version", 7),
                        "detection.references"));
    }

    private static Arguments forgery(String name, Consumer<JsonNode> change, String told) {
        return Arguments.of(name, change, told);
    }

    private static ObjectNode part(JsonNode bundle, String pointer) {
        return (ObjectNode) bundle.at(pointer);
    }

    private static ObjectNode model(JsonNode bundle) {
        for (JsonNode model : bundle.get("models")) {
            if (model.get("id").asText().equals("vehicle-suspicious-stop")) {
                return (ObjectNode) model;
            }
        }
        throw new AssertionError("the model is missing");
    }

    private static void replace(JsonNode bundle, String text, String by) {
        String yaml = model(bundle).get("text").asText();
        assertTrue(yaml.contains(text), yaml);
        model(bundle).put("text", yaml.replace(text, by));
    }

    /** The first report that the word rests on. */
    private static ObjectNode decisive(JsonNode bundle) {
        String id = bundle.at("/detection/evidence/0/observation").asText();
        for (JsonNode moment : bundle.get("history")) {
            for (JsonNode observation : moment.get("observations")) {
                if (observation.get("id").asText().equals(id)) {
                    return (ObjectNode) observation;
                }
            }
        }
        throw new AssertionError("the report is missing");
    }

    private static void moveReports(JsonNode bundle) {
        ((ObjectNode) decisive(bundle).get("location")).put("longitude", 120.05);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void whoMakesNewHashesIsFoundByTheReplay(String name, Consumer<JsonNode> change, String told) {
        JsonNode tree = tree(stop);
        change.accept(tree);
        List<String> differences = Verification.of(Json.bytes(forged(tree))).differences();
        assertTrue(differences.stream().anyMatch(one -> one.contains(told)), differences::toString);
        assertTrue(differences.stream().noneMatch(one -> one.contains("hash")), differences::toString);
    }

    private static EvidenceBundle forged(JsonNode tree) {
        EvidenceBundle changed = BundleText.read(Json.bytes(tree));
        return new EvidenceBundle(
                changed.format(),
                changed.detection(),
                changed.models(),
                changed.derivation(),
                changed.registry(),
                changed.history(),
                BundleText.hashes(changed));
    }

    @Test
    void aReplayThatSaysTheSameInAnotherLanguageOfNumbersIsTheSame() {
        String text = Json.text(stop);
        assertTrue(text.contains("\"longitude\":120.1,"), text);
        assertTrue(Verification.of(text.replace("\"longitude\":120.1,", "\"longitude\" : 1.20100e2,")
                        .getBytes(StandardCharsets.UTF_8))
                .isVerified());
    }
}

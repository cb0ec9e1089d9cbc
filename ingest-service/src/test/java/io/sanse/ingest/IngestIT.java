package io.sanse.ingest;

import static io.sanse.ingest.RunningIngest.caller;
import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Hints;
import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.service.Catalogue;
import io.sanse.contract.service.CatalogueQuery;
import io.sanse.contract.service.DeadLetterPage;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.ingest.ObservationTopic.Copy;
import io.sanse.ingest.http.item.BatchResult;
import io.sanse.ingest.http.item.ItemResult;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads through real HTTP into a real broker and a real database. */
class IngestIT {
    private static final Instant NOW = Instant.parse(RunningIngest.NOW);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PARTITIONS = 4;

    @TempDir
    static Path directory;

    private static Infrastructure infrastructure;
    private static RunningIngest ingest;
    private static Uploader uploader;

    @BeforeAll
    static void start() {
        infrastructure = new Infrastructure(directory);
        ingest = new RunningIngest(infrastructure.settings());
        uploader = ingest.uploader("integrator");
        uploader.accepted(List.of(
                Items.feed(NOW, "gps-east"),
                Items.station(NOW, "ST0001", "ST0002"),
                Items.station(NOW, "ST0002", "ST0001"),
                Items.camera(NOW, "cam-1", "330784")));
    }

    @AfterAll
    static void stop() {
        ingest.close();
        infrastructure.close();
    }

    private static List<Copy> copiesOf(Set<String> ids) {
        return ObservationTopic.copies(infrastructure.settings()).stream()
                .filter(copy -> ids.contains(copy.observation().id().toString()))
                .toList();
    }

    private static Set<String> subjects(List<Copy> copies) {
        return copies.stream()
                .map(copy -> copy.observation().subject().toString())
                .collect(Collectors.toSet());
    }

    private static Set<String> acceptedIds(BatchResult result) {
        return result.results().stream()
                .filter(item -> item.status().equals("accepted"))
                .map(ItemResult::id)
                .collect(Collectors.toSet());
    }

    @Test
    void everyKindTravelsUnderEverySubjectThatItNames() {
        BatchResult result = uploader.accepted(List.of(
                Items.position(NOW, "浙GK0001"),
                Items.vehicle(NOW, "浙G·K0001", "13900000001"),
                Items.reading(NOW, "ST0001"),
                Items.manifest(NOW, "m-1", "浙GK0001"),
                Items.weighing(NOW, "浙GK0001", "m-1"),
                Items.capture(NOW, "cam-1", "浙gk0001")));
        assertEquals(6, result.accepted());
        assertEquals("vehicle:浙GK0001", result.results().get(1).id());
        Map<Kind, Set<String>> subjects = new HashMap<>();
        copiesOf(acceptedIds(result))
                .forEach(copy -> subjects.computeIfAbsent(copy.observation().kind(), none -> new HashSet<>())
                        .add(copy.observation().subject().toString()));
        assertEquals(Set.of("vehicle:浙GK0001"), subjects.get(Kind.POSITION));
        assertEquals(Set.of("vehicle:浙GK0001"), subjects.get(Kind.CAPTURE));
        assertEquals(Set.of("station:ST0001", "station:ST0002"), subjects.get(Kind.READING));
        assertEquals(Set.of("vehicle:浙GK0001", "manifest:m-1"), subjects.get(Kind.WEIGHING));
        assertEquals(
                Set.of("manifest:m-1", "vehicle:浙GK0001", "enterprise:ent-1", "enterprise:ent-2"),
                subjects.get(Kind.MANIFEST));
    }

    @Test
    void whatIsAcceptedIsInTheTopicExactlyOnceInTheRightPartitions() {
        Random random = new Random(20260312);
        uploader.accepted(IntStream.range(0, 50)
                .mapToObj(i -> Items.vehicle(NOW, "浙GR" + i, "1380000" + i))
                .toList());
        Set<String> accepted = new HashSet<>();
        int rejected = 0;
        for (int batch = 0; batch < 20; batch++) {
            int size = 1 + random.nextInt(200);
            int start = batch * 200;
            BatchResult result = uploader.accepted(IntStream.range(start, start + size)
                    .mapToObj(i -> randomItem(random, NOW.minusSeconds(i)))
                    .toList());
            accepted.addAll(acceptedIds(result));
            rejected += result.rejected();
            assertEquals(size, result.accepted() + result.rejected());
        }
        List<Copy> copies = copiesOf(accepted);
        Map<String, List<Copy>> byId = copies.stream()
                .collect(Collectors.groupingBy(copy -> copy.observation().id().toString()));
        assertEquals(accepted, byId.keySet());
        byId.values().forEach(IngestIT::assertOncePerSubject);
        assertTrue(rejected > 100, rejected + " rejected");
    }

    private static String randomItem(Random random, Instant at) {
        String plate = "浙GR" + random.nextInt(60);
        return switch (random.nextInt(6)) {
            case 0 -> Items.manifest(at, "m-" + random.nextInt(20), plate);
            case 1 -> Items.weighing(at, plate, "m-" + random.nextInt(20));
            case 2 -> Items.reading(at, "ST000" + (1 + random.nextInt(3)));
            case 3 -> Items.capture(at, "cam-" + (1 + random.nextInt(2)), plate);
            default -> Items.position(random.nextInt(10) == 0 ? Instant.EPOCH : at, plate);
        };
    }

    private static void assertOncePerSubject(List<Copy> copies) {
        assertEquals(copies.size(), subjects(copies).size());
        assertEquals(copies.size(), 1 + copies.get(0).observation().mentions().size());
        copies.forEach(copy ->
                assertEquals(SubjectPartitioner.partition(copy.observation().subject(), PARTITIONS), copy.partition()));
    }

    @Test
    void theSameBatchAgainMakesTheSameIds() {
        List<String> items = List.of(Items.manifest(NOW, "m-again", "浙GA1"), Items.reading(NOW, "ST0002"));
        assertEquals(acceptedIds(uploader.accepted(items)), acceptedIds(uploader.accepted(items)));
    }

    @Test
    void badItemsBecomeLettersAndTheOthersGoOn() {
        String injected = "x'); DROP TABLE dead_letter; --<script>alert(1)</script>";
        BatchResult result = uploader.accepted(List.of(
                Items.item(NOW, "", "\"kind\":\"smell\",\"of\":\"" + injected + "\""),
                Items.manifest(NOW, "m-good", "浙GB0001"),
                Items.position(NOW.plusSeconds(301), "浙GB0001"),
                "[]",
                Items.manifest(NOW, injected, "浙GB0001"),
                Items.item(NOW, "", "\"kind\":\"progress\"")));
        assertEquals(2, result.accepted());
        assertEquals(
                List.of("unknown-kind", "time-out-of-range", "schema", "unknown-kind"),
                result.results().stream()
                        .filter(item -> item.status().equals("rejected"))
                        .map(ItemResult::reason)
                        .toList());
        DeadLetter letter = eventually(LIMIT, () -> letters("unknown-kind", null, 10), page -> page.items().stream()
                        .anyMatch(one -> text(one).contains(injected)))
                .items()
                .stream()
                .filter(one -> text(one).contains(injected))
                .findFirst()
                .orElseThrow();
        assertEquals("integrator", letter.feed());
        assertEquals("http", letter.protocol());
        assertTrue(letter.detail().contains("payload.kind 'smell'"), letter.detail());
        assertTrue(subjects(copiesOf(acceptedIds(result))).contains("manifest:" + injected));
    }

    private static String text(DeadLetter letter) {
        return new String(letter.raw(), StandardCharsets.UTF_8);
    }

    private static DeadLetterPage letters(String reason, String after, int limit) {
        return result(ingest.service()
                .deadLetters(new DeadLetterQuery(caller(Role.AUDITOR, ""), "http", reason, after, limit)));
    }

    @Test
    void lettersComeInPagesNewestFirst() {
        uploader.accepted(IntStream.range(0, 25)
                .mapToObj(i -> Items.item(NOW.minusSeconds(i), "\"x" + i + "\":1,", "\"kind\":\"weighing\""))
                .toList());
        eventually(LIMIT, () -> letters("schema", null, 200).items().size(), size -> size >= 25);
        List<DeadLetter> all = letters("schema", null, 200).items();
        List<DeadLetter> paged = new ArrayList<>();
        String after = null;
        do {
            DeadLetterPage page = letters("schema", after, 7);
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(
                all.stream().map(DeadLetter::id).toList(),
                paged.stream().map(DeadLetter::id).toList());
    }

    @Test
    void progressFollowsWhatItStandsForIntoEveryPartitionAndNeverTwice() {
        String feed = "feed-of-progress";
        uploader.accepted(List.of(Items.feed(NOW, feed)));
        String item = Items.manifest(NOW.minusSeconds(7), "m-progress", "浙GP0001");
        BatchResult result = uploader.accepted(List.of(item.replaceFirst("\\{", "{\"feed\":\"" + feed + "\",")));
        List<Copy> told = eventually(LIMIT, () -> progressOf(feed), copies -> copies.size() >= PARTITIONS);
        uploader.accepted(List.of(item.replaceFirst("\\{", "{\"feed\":\"" + feed + "\",")));
        uploader.accepted(List.of(Items.manifest(NOW, "m-other", "浙GP0001")));
        eventually(LIMIT, () -> progressOf("integrator"), copies -> copies.stream()
                .anyMatch(copy -> copy.observation().observedAt().equals(NOW)));
        assertEquals(PARTITIONS, progressOf(feed).size());
        assertEquals(PARTITIONS, told.stream().map(Copy::partition).distinct().count());
        told.forEach(
                copy -> assertEquals(NOW.minusSeconds(7), copy.observation().observedAt()));
        List<Copy> all = ObservationTopic.copies(infrastructure.settings());
        for (Copy copy : copiesOf(acceptedIds(result))) {
            Copy progress = told.stream()
                    .filter(one -> one.partition() == copy.partition())
                    .findFirst()
                    .orElseThrow();
            assertTrue(all.indexOf(copy) < all.indexOf(progress));
        }
    }

    private static List<Copy> progressOf(String feed) {
        return ObservationTopic.copies(infrastructure.settings()).stream()
                .filter(copy -> copy.observation().subject().equals(Subject.feed(feed)))
                .toList();
    }

    @Test
    void theLiveMapIsShownAVehicleOnce() {
        List<JsonObject> shown = new CopyOnWriteArrayList<>();
        ingest.vertx().eventBus().<JsonObject>consumer(Hints.POSITIONS, message -> shown.add(message.body()));
        uploader.accepted(
                List.of(Items.vehicle(NOW, "浙GM0001", "13700000001"), Items.vehicle(NOW, "浙GM0002", "13700000002")));
        uploader.accepted(List.of(
                Items.position(NOW.minusSeconds(2), "浙GM0001"),
                Items.position(NOW.minusSeconds(1), "浙GM0001"),
                Items.position(NOW, "浙GM0002")));
        eventually(
                LIMIT,
                () -> shown.stream().map(hint -> hint.getString("subject")).toList(),
                subjects -> subjects.contains("vehicle:浙GM0001") && subjects.contains("vehicle:浙GM0002"));
        assertEquals(
                1,
                shown.stream()
                        .filter(hint -> hint.getString("subject").equals("vehicle:浙GM0001"))
                        .count());
        assertEquals(42.5, shown.get(0).getDouble("speedKmh"));
    }

    @Test
    void theCatalogueCountsWhatCame() {
        long before = item("manifests-filed").count();
        uploader.accepted(List.of(Items.manifest(NOW, "m-count-1", "浙GC1"), Items.manifest(NOW, "m-count-2", "浙GC1")));
        Catalogue.Item after = eventually(LIMIT, () -> item("manifests-filed"), item -> item.count() >= before + 2);
        assertEquals(NOW, after.lastReceivedAt());
        assertEquals(0, item("manifests-voided").count());
        assertTrue(item("camera-register").count() >= 1);
    }

    private static Catalogue.Item item(String id) {
        return result(ingest.service().catalogue(new CatalogueQuery(caller(Role.INTEGRATOR, "")))).items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

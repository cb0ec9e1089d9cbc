package io.sanse.ingest;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Counter;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.DeadLetterPage;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.contract.service.SubjectQuery;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry over two replicas, restarts and crashes. */
class RegistryIT {
    private static final Instant NOW = Instant.parse(RunningIngest.NOW);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static Infrastructure stores;
    private static Map<String, String> infrastructure;
    private static RunningIngest first;

    @BeforeAll
    static void start() {
        stores = new Infrastructure(directory);
        infrastructure = stores.settings();
        first = new RunningIngest(infrastructure);
    }

    @AfterAll
    static void stop() {
        first.close();
        stores.close();
    }

    private static long version(RunningIngest replica, String plate) {
        SubjectQuery query = new SubjectQuery(RunningIngest.caller(Role.ADMIN, ""), Subject.vehicle(plate));
        return result(replica.service()
                .registered(query)
                .map(answer -> answer.entry().version())
                .recover(failure -> {
                    assertEquals(ServiceError.NOT_FOUND, ServiceError.of(failure));
                    return Future.succeededFuture(0L);
                }));
    }

    private static List<Long> versionsInTopic(String plate) {
        return ObservationTopic.records(infrastructure, Topics.REGISTRY.name()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals("vehicle:" + plate))
                .map(record -> entry(record.value()).version())
                .toList();
    }

    private static RegistryEntry entry(byte[] value) {
        try {
            return Json.parse(value, RegistryEntry.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theSameContentKeepsItsVersionAndAnotherMakesTheNext() {
        Uploader uploader = first.uploader("integrator");
        uploader.accepted(List.of(Items.vehicle(NOW, "浙GV0001", "100")));
        uploader.accepted(List.of(Items.vehicle(NOW, "浙G·V0001", "000100")));
        assertEquals(1, version(first, "浙GV0001"));
        uploader.accepted(List.of(Items.vehicle(NOW, "浙GV0001", "101"), Items.vehicle(NOW, "浙GV0001", "102")));
        assertEquals(2, version(first, "浙GV0001"));
        assertEquals(List.of(1L, 2L), versionsInTopic("浙GV0001"));
    }

    @Test
    void anotherReplicaFollowsAndANewOneKnowsAll() {
        try (RunningIngest second = new RunningIngest(infrastructure)) {
            first.uploader("integrator").accepted(List.of(Items.vehicle(NOW, "浙GS0001", "200")));
            eventually(LIMIT, () -> version(second, "浙GS0001"), seen -> seen == 1);
            second.uploader("integrator").accepted(List.of(Items.vehicle(NOW, "浙GS0001", "201")));
            eventually(LIMIT, () -> version(first, "浙GS0001"), seen -> seen == 2);
        }
        try (RunningIngest third = new RunningIngest(infrastructure)) {
            assertEquals(2, version(third, "浙GS0001"));
        }
    }

    @Test
    void replicasThatRegisterTheSameThingAtOnceKeepItsVersionsInOrder() {
        try (RunningIngest second = new RunningIngest(infrastructure)) {
            List<Uploader> uploaders = List.of(first.uploader("integrator"), second.uploader("integrator"));
            List<CompletableFuture<?>> running = IntStream.range(0, 40)
                    .<CompletableFuture<?>>mapToObj(i -> CompletableFuture.runAsync(() -> uploaders
                            .get(i % 2)
                            .accepted(List.of(
                                    Items.vehicle(NOW, "浙GC0001", "3" + i), Items.vehicle(NOW, "浙GC0002", "4" + i)))))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
            eventually(LIMIT, () -> version(first, "浙GC0001"), seen -> seen == 40);
            eventually(LIMIT, () -> version(second, "浙GC0001"), seen -> seen == 40);
        }
        List<Long> versions = versionsInTopic("浙GC0001");
        assertEquals(versions.stream().sorted().distinct().toList(), versions);
        assertEquals(40L, versions.get(versions.size() - 1));
    }

    @Test
    void whatACrashLeftUnpublishedIsPublishedAtTheNextStart() {
        first.uploader("integrator").accepted(List.of(Items.vehicle(NOW, "浙GX0001", "400")));
        Vertx vertx = Vertx.vertx();
        Database database = result(Database.open(TestContexts.of(vertx, first.clock(), infrastructure), "ingest"));
        result(database.pool().query("""
                        INSERT INTO registry_entry (kind, id, version, registered_at, details)
                        SELECT kind, '浙GX0002', 7, registered_at, details FROM registry_entry WHERE id = '浙GX0001'""").execute());
        result(vertx.close());
        try (RunningIngest next = new RunningIngest(infrastructure)) {
            assertEquals(7, version(next, "浙GX0002"));
            assertEquals(List.of(7L), versionsInTopic("浙GX0002"));
        }
        try (RunningIngest afterNext = new RunningIngest(infrastructure)) {
            assertEquals(7, version(afterNext, "浙GX0002"));
            assertEquals(List.of(7L), versionsInTopic("浙GX0002"));
        }
    }

    @Test
    void aRecordThatCannotBeReadHoldsNobodyUp() {
        RecordPublisher records = RecordPublisher.open(first.context(), "stranger");
        result(records.publish(Topics.REGISTRY.name(), "vehicle:浙GU0001", "{".getBytes(StandardCharsets.UTF_8)));
        try (RunningIngest next = new RunningIngest(infrastructure)) {
            next.uploader("integrator").accepted(List.of(Items.vehicle(NOW, "浙GU0001", "500")));
            eventually(LIMIT, () -> version(first, "浙GU0001"), seen -> seen == 1);
        }
        DeadLetterQuery query =
                new DeadLetterQuery(RunningIngest.caller(Role.ADMIN, ""), "kafka", "unreadable", null, 10);
        DeadLetterPage letters =
                eventually(LIMIT, () -> result(first.service().deadLetters(query)), page -> !page.items()
                        .isEmpty());
        assertEquals(1, letters.items().size());
        assertEquals(Topics.REGISTRY.name(), letters.items().get(0).feed());
    }

    @Test
    void aTerminalIsKnownAsSoonAsItsVehicleIsRegistered() throws IOException {
        first.uploader("integrator").accepted(List.of(Items.vehicle(NOW, "浙GT0001", "13900000007")));
        try (Socket socket = new Socket("127.0.0.1", first.ports().devices().jt808())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(locationReport());
            String answer = HexFormat.of().formatHex(socket.getInputStream().readNBytes(20));
            assertEquals("7e80010005013900000007", answer.substring(0, 22));
            assertEquals("0007020000", answer.substring(26, 36), "answer to serial 7, 0x0200: success");
        }
        List<ObservationTopic.Copy> copies = ObservationTopic.copies(infrastructure).stream()
                .filter(copy -> copy.observation().subject().equals(Subject.vehicle("浙GT0001")))
                .toList();
        assertEquals(1, copies.size());
        assertEquals("gps-east", copies.get(0).observation().source().feed());
        assertEquals("13900000007", copies.get(0).observation().source().device());
    }

    @Test
    void whoIsTiedToAVehicleIsToldOfItByNightFromTheRegistrationOfTheZoneOnAndAtOnceByANewReplica() {
        Uploader uploader = first.uploader("integrator");
        uploader.accepted(List.of(Items.feed(NOW, "gps-east"), Items.carried(NOW, "浙GN0001", "C-night")));
        double counted = counted(first);
        uploader.accepted(List.of(Items.position(NOW.minusSeconds(60), "浙GN0001")));
        uploader.accepted(List.of(Items.pit(NOW, "pit-night")));
        uploader.accepted(List.of(Items.position(NOW.minusSeconds(30), "浙GN0001")));
        try (RunningIngest next = new RunningIngest(infrastructure)) {
            next.uploader("integrator").accepted(List.of(Items.position(NOW, "浙GN0001")));
        }
        assertEquals(List.of(NOW.minusSeconds(30), NOW), toldOf(Subject.enterprise("C-night")));
        assertEquals(List.of(NOW.minusSeconds(60), NOW.minusSeconds(30), NOW), toldOf(Subject.vehicle("浙GN0001")));
        assertEquals(2, counted(first) - counted, "each observation is counted once");
    }

    /** Times of the copies under a subject's key. */
    private static List<Instant> toldOf(Subject subject) {
        return ObservationTopic.copies(infrastructure).stream()
                .map(ObservationTopic.Copy::observation)
                .filter(copy -> copy.subject().equals(subject))
                .map(Observation::observedAt)
                .toList();
    }

    private static double counted(RunningIngest replica) {
        return replica.context().metrics().find("sanse_observations_total").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** JT/T 808-2013 0x0200 of terminal 13900000007, serial 7: 28.890000 N 120.020000 E, 42.5 km/h, 2026-03-12 23:04:05. */
    private static byte[] locationReport() {
        byte[] message = HexFormat.of()
                .parseHex("0200001c0139000000070007" + "00000000" + "00000003" + "01b8d3d0" + "07275ba0" + "003c"
                        + "01a9" + "005a" + "260312230405");
        int check = 0;
        for (byte octet : message) {
            check ^= octet;
        }
        return HexFormat.of()
                .parseHex("7e" + HexFormat.of().formatHex(message) + String.format("%02x", check & 0xFF) + "7e");
    }
}

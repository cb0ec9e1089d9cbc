package io.sanse.model.trace.job;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.SubjectType;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackService;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.library.Library;
import io.sanse.model.tracks.SegmentKeeper;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A night of trucks around a pit, published to real topics. */
final class TraceNight {
    /** 22:00 in Asia/Shanghai. */
    static final Instant NIGHT = Instant.parse("2026-03-05T14:00:00Z");

    static final GeoPoint PIT = new GeoPoint(120.03, 28.90);

    private static final GeoPoint FIRM = new GeoPoint(120.10, 28.90);
    private static final GeoPoint FAR = new GeoPoint(120.35, 28.90);
    private static final GeoPoint CAMERA_EAST = new GeoPoint(120.05, 28.90);
    private static final GeoPoint CAMERA_WEST = new GeoPoint(120.01, 28.90);
    private static final int PARTITIONS = 2;

    private final Vertx vertx = Vertx.vertx();
    private final ServiceContext context;
    private final Database database;
    private final RecordPublisher records;
    private final TraceBackService service;
    private final List<Observation> sent = new ArrayList<>();

    private TraceNight(Map<String, String> kafka, Map<String, String> postgres) {
        context = TestContexts.of(
                vertx,
                new TestClock("2026-03-06T00:00:00Z"),
                Map.of("kafka.partitions", Integer.toString(PARTITIONS)),
                kafka,
                postgres);
        result(TopicAdmin.ensure(
                vertx,
                KafkaSettings.from(context.settings()),
                Topics.ALL.stream()
                        .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                        .toList()));
        database = result(Database.open(context, "model"));
        records = RecordPublisher.open(context, "test");
        DeadLetters letters = new DeadLetters(context, "model-service", records);
        result(SegmentKeeper.start(context, database, letters));
        RegistryTable registry = result(RegistryTable.follow(context, letters));
        result(TraceBacks.start(context, database, letters, Library.traceBack(), registry));
        service = new ServiceProxyBuilder(vertx)
                .setAddress(TraceBackService.ADDRESS)
                .build(TraceBackService.class);
    }

    /** Starts everything on a clean database. */
    static TraceNight open(Map<String, String> kafka, Map<String, String> postgres) {
        TraceNight night = new TraceNight(kafka, postgres);
        result(night.database
                .pool()
                .query("TRUNCATE track_segment, track_gap, track_word, track_paper, trace_back")
                .execute());
        return night;
    }

    void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(vertx.close());
    }

    TraceBackService service() {
        return service;
    }

    /** A firm with its zone, a county, two cameras beside the pit, and a vehicle of the firm that has no terminal. */
    void register() {
        LocalizedText name = new LocalizedText("某", "some");
        register(
                "ent-0012",
                new Details.Enterprise(name, Set.of("generator"), "ecology-yongkang", "330784", FIRM, null));
        register("zone-firm", new Details.Zone(name, "enterprise", false, "ent-0012", "330784", square(FIRM, 0.003)));
        register("330784", new Details.District(name, "county", null, square(PIT, 0.2)));
        register("cam-east", new Details.Camera(name, "330784", CAMERA_EAST, null));
        register("cam-west", new Details.Camera(name, "330784", CAMERA_WEST, null));
        register("浙GD0001", new Details.Vehicle("yellow", "dump-truck", "ent-0012", null, null, null, "gps-east"));
    }

    private void register(String id, Details details) {
        RegistryEntry entry = new RegistryEntry(id, 1, NIGHT, details);
        result(records.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry)));
    }

    private static List<GeoPoint> square(GeoPoint middle, double half) {
        return List.of(
                new GeoPoint(middle.longitude() - half, middle.latitude() - half),
                new GeoPoint(middle.longitude() + half, middle.latitude() - half),
                new GeoPoint(middle.longitude() + half, middle.latitude() + half),
                new GeoPoint(middle.longitude() - half, middle.latitude() + half));
    }

    /** Publishes what is seen of a vehicle and waits until it is stored. */
    void drive(String plate, String story) {
        sent.clear();
        switch (story.substring(0, story.indexOf(':'))) {
            case "dumper" -> dump(plate);
            case "dark" -> {
                way(plate, 60, CAMERA_EAST, CAMERA_EAST, 5, null);
                way(plate, 85, CAMERA_EAST, CAMERA_EAST, 5, null);
            }
            case "late" -> way(plate, 70, PIT, PIT, 8, null);
            case "past" -> way(plate, 60, CAMERA_EAST, CAMERA_WEST, 4, null);
            case "far" -> way(plate, 0, FAR, FAR, 360, null);
            case "before" -> way(plate, -1_440, FAR, FAR, 5, null);
            case "cameras" -> {
                capture(plate, 100, "cam-east", CAMERA_EAST, null);
                capture(plate, 130, "cam-west", CAMERA_WEST, null);
            }
            default -> throw new IllegalArgumentException(story);
        }
        long before = stored(plate);
        int partition = SubjectPartitioner.partition(Subject.vehicle(plate), PARTITIONS);
        int count = sent.size();
        for (int start = 0; start < count; start += ObservationFrames.MAX_OBSERVATIONS) {
            List<Observation> some = sent.subList(start, Math.min(count, start + ObservationFrames.MAX_OBSERVATIONS));
            result(records.publish(Topics.OBSERVATIONS.name(), partition, ObservationFrames.encode(some)));
        }
        eventually(Duration.ofSeconds(30), () -> stored(plate), stored -> stored == before + count);
    }

    private long stored(String plate) {
        return result(database.pool()
                .preparedQuery("SELECT coalesce(sum(count), 0) FROM observation_segment WHERE subject = $1")
                .execute(Tuple.of("vehicle:" + plate))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private void dump(String plate) {
        way(plate, 0, FIRM, FIRM, 20, LoadState.FULL);
        add(
                plate,
                20,
                FIRM,
                new ManifestStep(
                        "M-1",
                        ManifestStep.Step.PICKED_UP,
                        "ent-0012",
                        null,
                        "ent-0099",
                        plate,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                List.of(
                        Subject.enterprise("ent-0012"),
                        Subject.enterprise("ent-0099"),
                        new Subject(SubjectType.PERSON, "driver-7")));
        way(plate, 21, FIRM, PIT, 10, LoadState.FULL);
        capture(plate, 29, "cam-east", CAMERA_EAST, LoadState.FULL);
        way(plate, 32, PIT, PIT, 10, LoadState.FULL);
        way(plate, 43, PIT, FIRM, 10, LoadState.EMPTY);
        capture(plate, 45, "cam-east", CAMERA_EAST, LoadState.EMPTY);
        way(plate, 54, FIRM, FIRM, 240, LoadState.EMPTY);
    }

    /** Reports each minute along a straight way. */
    private void way(String plate, int fromMinute, GeoPoint from, GeoPoint to, int minutes, LoadState load) {
        double speed = from.distanceM(to) / 1_000 / minutes * 60;
        for (int minute = 0; minute <= minutes; minute++) {
            double share = (double) minute / minutes;
            GeoPoint place = new GeoPoint(
                    from.longitude() + share * (to.longitude() - from.longitude()),
                    from.latitude() + share * (to.latitude() - from.latitude()));
            add(
                    plate,
                    fromMinute + minute,
                    place,
                    new Position(speed, 90, null, null, load, true, false, false),
                    List.of());
        }
    }

    private void capture(String plate, int minute, String camera, GeoPoint place, LoadState load) {
        add(plate, minute, place, new Capture(camera, plate, "yellow", null, null, load, 0.9, null), List.of());
    }

    private void add(String plate, int minute, GeoPoint place, Payload payload, List<Subject> mentions) {
        Instant at = NIGHT.plusSeconds(minute * 60L + (payload instanceof Position ? 0 : 30));
        sent.add(new Observation(
                UUID.nameUUIDFromBytes((plate + at + payload.getClass()).getBytes(StandardCharsets.UTF_8)),
                new Source("gps-east", "jt808", "13800138000"),
                Subject.vehicle(plate),
                mentions,
                at,
                at.plusSeconds(1),
                place,
                payload));
    }

    /** A yellow detection at the pit, twice: raised and amended. */
    TraceBackCause detect(String plate) {
        Subject truck = Subject.vehicle(plate);
        Instant start = NIGHT.plus(Duration.ofMinutes(32));
        for (Change change : List.of(Change.RAISED, Change.AMENDED)) {
            Detection detection = new Detection(
                    UUID.nameUUIDFromBytes(plate.getBytes(StandardCharsets.UTF_8)),
                    change,
                    change.ordinal() + 1,
                    "vehicle-suspicious-stop",
                    1,
                    truck,
                    List.of(),
                    start,
                    Level.YELLOW,
                    70,
                    start,
                    start.plusSeconds(600),
                    PIT,
                    "330784",
                    null,
                    null,
                    Set.of(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    new LocalizedText("某", "some"),
                    start,
                    start,
                    start);
            result(records.publish(
                    Topics.DETECTIONS.name(), SubjectPartitioner.partition(truck, PARTITIONS), Json.bytes(detection)));
        }
        return new TraceBackCause("vehicle-suspicious-stop", truck, start);
    }

    /** Makes a job look as if the processes that ran it had ended. */
    void leaveBehind(UUID id, int attempts) {
        result(database.pool()
                .preparedQuery("UPDATE trace_back SET state = 'running', finished_at = NULL, result = NULL, "
                        + "attempts = $2, leased_until = now() - interval '1 second' WHERE id = $1")
                .execute(Tuple.of(id, attempts)));
    }

    /** A job that another node holds. */
    UUID queueForNobody(Caller caller, TraceBackQuestion question) {
        TraceBack job = new TraceBack(
                UUID.randomUUID(), TraceBackState.QUEUED, 0, caller.user(), NIGHT, null, question, null, null, null);
        result(database.transaction(connection -> new TraceBackStore()
                .add(connection, new TraceBackStore.Stored(job, "330784"))
                .compose(added -> connection
                        .preparedQuery("UPDATE trace_back SET state = 'running', attempts = 1, "
                                + "leased_until = now() + interval '1 hour' WHERE id = $1")
                        .execute(Tuple.of(job.id())))));
        return job.id();
    }
}

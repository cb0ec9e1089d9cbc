package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.ClueGrid;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Sighting;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.sanse.runtime.failure.Rejected;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemReaderTest {
    private static final Instant NOW = Instant.parse("2026-03-12T15:05:00Z");
    private static final Upload UPLOAD = new Upload("integrator", NOW, List.of());
    private static final GeoPoint CAMERA = new GeoPoint(120.1, 28.9);

    private static final String POSITION = """
            {"observedAt":"2026-03-12T15:04:05Z","subject":"vehicle:浙GA1234","feed":"gps-east","device":"13800138000",
             "location":{"longitude":120.0213,"latitude":28.8956},
             "payload":{"kind":"position","speedKmh":42.5,"directionDeg":90,"accOn":true,"mainPowerOff":false,"resent":false}}""";
    private static final String CAPTURE = """
            {"observedAt":"2026-03-12T15:04:05Z",
             "payload":{"kind":"capture","camera":"cam-1","plate":"浙G·a1234","plateColour":"yellow","load":"full","confidence":0.97}}""";
    private static final String READING = """
            {"observedAt":"2026-03-12T14:00:00Z","subject":"station:ST0001",
             "payload":{"kind":"reading","interval":"hour","factors":[{"code":"a34004","value":35.5,"unit":"ug/m3","flag":"N"}]}}""";
    private static final String MANIFEST = """
            {"observedAt":"2026-03-12T14:10:00Z",
             "payload":{"kind":"manifest","number":"330784202603120017","step":"picked-up","generator":"ent-1","carrier":"ent-9",
              "receiver":"ent-1","plate":"浙GA1234","wasteCode":"900-041-49","hazardous":true,"sentTonnes":12.4,"usualTripMinutes":55}}""";
    private static final String WEIGHING = """
            {"observedAt":"2026-03-12T14:05:00Z",
             "payload":{"kind":"weighing","scale":"scale-03","side":"sent","plate":"浙GA1234","manifest":"m-1","netTonnes":12.4}}""";
    private static final String LEDGER = """
            {"observedAt":"2026-03-12T14:05:00Z",
             "payload":{"kind":"ledger","entry":"stored","enterprise":"ent-1","lot":"lot-7","wasteCode":"900-041-49","tonnes":3}}""";

    private static final String SIGHTING = """
            {"observedAt":"2026-03-12T14:05:00Z",
             "payload":{"kind":"sighting","camera":"cam-1","things":["dog","person"],"people":2,"group":"g-1","confidence":0.9}}""";

    private static final String STOCK = """
            {"observedAt":"2026-03-12T14:05:00Z",
             "payload":{"kind":"stock","entry":"issued","enterprise":"ent-1","substance":"7782-50-5","tonnes":0.5,
              "other":"ent-3","document":"d-1"}}""";

    private static final String INSPECTION = """
            {"observedAt":"2026-03-12T14:05:00Z",
             "payload":{"kind":"inspection","enterprise":"ent-1","round":"r-1","point":"p-1","inspector":"i-1"}}""";
    private static final String OPERATION = """
            {"observedAt":"2026-03-12T00:00:00+08:00",
             "payload":{"kind":"operation","enterprise":"ent-1","measure":"power","since":"2026-03-11T00:00:00+08:00","amount":5200}}""";
    private static final String OFFENCE = """
            {"observedAt":"2026-03-11T14:05:00Z",
             "payload":{"kind":"offence","number":"o-1","matter":"dumping","standing":"suspected","persons":["p-1"],"plates":["浙G·a1234"],
              "hazardous":true,"tonnes":1.2,"act":"倾倒"}}""";
    private static final String CLUE = """
            {"observedAt":"2026-03-12T14:05:00Z","location":{"longitude":120.055,"latitude":28.915},
             "payload":{"kind":"clue","number":"12345-1","channel":"hotline","text":"有人倾倒垃圾"}}""";

    private static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("position", POSITION),
            Map.entry("capture", CAPTURE),
            Map.entry("reading", READING),
            Map.entry("manifest", MANIFEST),
            Map.entry("weighing", WEIGHING),
            Map.entry("ledger", LEDGER),
            Map.entry("sighting", SIGHTING),
            Map.entry("stock", STOCK),
            Map.entry("inspection", INSPECTION),
            Map.entry("operation", OPERATION),
            Map.entry("offence", OFFENCE),
            Map.entry("clue", CLUE));

    private final ItemReader reader = new ItemReader(registry(), false);

    private static RegistrySnapshot registry() {
        LocalizedText name = new LocalizedText("名", "name");
        RegistrySnapshot registry = new RegistrySnapshot();
        put(registry, "gps-east", new Details.Feed(name, "WGS84"));
        put(registry, "gps-gcj", new Details.Feed(name, "GCJ02"));
        put(registry, "浙GA1234", new Details.Vehicle("yellow", "dump-truck", null, null, null, null, "gps-east"));
        put(registry, "cam-1", new Details.Camera(name, "330784", CAMERA, "quarry-road"));
        put(registry, "ent-1", new Details.Enterprise(name, Set.of("generator"), null, "330784", null, null));
        put(
                registry,
                "ST0001",
                new Details.Station(
                        name, "123456", "air", "330784", CAMERA, List.of(), Map.of("a34004", "ug/m3"), "HJ212"));
        return registry;
    }

    private static void put(RegistrySnapshot registry, String id, Details details) {
        registry.put(new RegistryEntry(id, 1, NOW, details));
    }

    private Observation read(String item) {
        return reader.observation(JsonItems.node(item), UPLOAD);
    }

    private Observation read(JsonNode item) {
        return reader.observation(item, UPLOAD);
    }

    @Test
    void aPosition() {
        Observation position = read(POSITION);
        assertEquals(Subject.vehicle("浙GA1234"), position.subject());
        assertEquals(new Source("gps-east", "http", "13800138000"), position.source());
        assertEquals(new GeoPoint(120.0213, 28.8956), position.location());
        assertEquals(NOW, position.receivedAt());
    }

    @Test
    void withoutFeedAndDeviceTheIntegratorIsBoth() {
        assertEquals(
                new Source("integrator", "http", "integrator"), read(WEIGHING).source());
    }

    @Test
    void aCaptureIsWhereItsCameraStands() {
        Observation capture = read(CAPTURE);
        assertEquals(Subject.vehicle("浙GA1234"), capture.subject());
        assertEquals("浙GA1234", ((Capture) capture.payload()).plate());
        assertEquals(List.of(Subject.site("quarry-road")), capture.mentions());
        assertEquals(CAMERA, capture.location());
    }

    @Test
    void aWeighingGoesToTheFirmWhoseScaleItIs() {
        Observation weighing = read(JsonItems.with(WEIGHING, "payload.enterprise", "\"ent-1\""));
        assertEquals(List.of(Subject.manifest("m-1"), Subject.enterprise("ent-1")), weighing.mentions());
    }

    @Test
    void aSightingGoesToItsPointAndItsSite() {
        Observation sighting = read(SIGHTING);
        assertEquals(Subject.site("cam-1"), sighting.subject());
        assertEquals(List.of(Subject.site("quarry-road")), sighting.mentions());
        assertEquals(CAMERA, sighting.location());
        assertEquals(EnumSet.of(Sighting.Thing.PERSON, Sighting.Thing.DOG), ((Sighting) sighting.payload()).things());
    }

    @Test
    void aDeliveryOfAChemicalGoesToBothFirms() {
        Observation stock = read(STOCK);
        assertEquals(Subject.enterprise("ent-1"), stock.subject());
        assertEquals(List.of(Subject.enterprise("ent-3")), stock.mentions());
    }

    @Test
    void aManifestNamesEveryoneOnce() {
        assertEquals(
                List.of(Subject.vehicle("浙GA1234"), Subject.enterprise("ent-1"), Subject.enterprise("ent-9")),
                read(MANIFEST).mentions());
    }

    @Test
    void aManifestNamesItsPeople() {
        Observation step = read(JsonItems.with(MANIFEST, "payload.driver", "\"p-1\""));
        assertTrue(step.mentions().contains(Subject.person("p-1")), step::toString);
    }

    @Test
    void anOffenceGoesToEveryOffender() {
        Observation offence = read(OFFENCE);
        assertEquals(Subject.person("p-1"), offence.subject());
        assertEquals(List.of(Subject.vehicle("浙GA1234")), offence.mentions());
    }

    @Test
    void anOffenceNeedsAnOffender() {
        JsonNode item = JsonItems.with(OFFENCE.replace("\"p-1\"", "").replace("\"浙G·a1234\"", ""), "device", "\"x\"");
        assertEquals("schema", assertThrows(Rejected.class, () -> read(item)).reason());
    }

    @Test
    void aClueGoesToTheCellsAroundItsPlace() {
        Observation clue = read(CLUE);
        assertEquals(ClueGrid.cell(clue.location()), clue.subject());
        assertEquals(24, clue.mentions().size());
    }

    @Test
    void aWeighingGoesToTheManifestToo() {
        Observation weighing = read(WEIGHING);
        assertEquals(Subject.vehicle("浙GA1234"), weighing.subject());
        assertEquals(List.of(Subject.manifest("m-1")), weighing.mentions());
    }

    @Test
    void aFeedInGcj02IsTakenToWgs84() {
        JsonNode item = JsonItems.with(POSITION, "feed", "\"gps-gcj\"");
        GeoPoint given = new GeoPoint(120.0213, 28.8956);
        double shiftM = given.distanceM(read(item).location());
        assertTrue(shiftM > 300 && shiftM < 800, "shifted by " + shiftM + " m");
    }

    @ParameterizedTest(name = "{0} keeps its id")
    @ValueSource(
            strings = {
                "position",
                "capture",
                "reading",
                "manifest",
                "weighing",
                "ledger",
                "sighting",
                "stock",
                "inspection",
                "operation",
                "offence",
                "clue"
            })
    void theSameItemHasTheSameId(String kind) {
        Upload later = new Upload("integrator", NOW.plusSeconds(60), List.of());
        Observation again = reader.observation(JsonItems.node(ITEMS.get(kind)), later);
        assertEquals(read(ITEMS.get(kind)).id(), again.id());
        JsonNode otherTime = JsonItems.with(ITEMS.get(kind), "observedAt", "\"2026-03-12T14:04:06Z\"");
        assertNotEquals(again.id(), read(otherTime).id());
    }

    @ParameterizedTest(name = "{0}: {1} = {2} is {3}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            position | observedAt              | "2026-03-12T15:10:00Z"       | ok
            position | observedAt              | "2026-03-12T15:10:00.001Z"   | time-out-of-range
            position | observedAt              | "2010-01-01T00:00:00Z"       | ok
            position | observedAt              | "2009-12-31T23:59:59.999Z"   | time-out-of-range
            position | observedAt              | "1970-01-01T00:00:00Z"       | time-out-of-range
            position | observedAt              | "2026-03-12T23:04:05+08:00"  | ok
            position | observedAt              | "2026-03-12T15:04:05"        | schema
            position | observedAt              | "2026-02-30T15:04:05Z"       | schema
            position | observedAt              | 1773327845                   | schema
            position | observedAt              | null                         | schema
            position | observedAt              |                              | schema
            position | location.latitude       | 90                           | ok
            position | location.latitude       | 90.0001                      | location-out-of-range
            position | location.latitude       | 200                          | location-out-of-range
            position | location.longitude      | -180                         | ok
            position | location.longitude      | -180.0001                    | location-out-of-range
            position | location.longitude      | 1e999                        | value-out-of-range
            position | location.longitude      | "120"                        | schema
            position | location.altitude       | 5                            | schema
            position | location                | {"longitude":0,"latitude":0} | location-out-of-range
            position | location                |                              | ok
            position | location                | []                           | schema
            position | feed                    | "nobody"                     | unknown-feed
            position | feed                    |                              | ok
            position | feed                    | 7                            | schema
            position | device                  | "line\\nbreak"               | schema
            position | device                  | "nul\\u0000"                 | schema
            position | device                  | "c1\\u0085"                  | schema
            position | device                  | "half \\ud800"               | schema
            position | device                  | "'; DROP TABLE alert; --"    | ok
            position | device                  | "<script>alert(1)</script>"  | ok
            position | device                  | " "                          | schema
            position | subject                 | "vehicle:浙ＧＡ１２３４"       | ok
            position | subject                 | "vehicle:浙G99999"           | unknown-subject
            position | subject                 | "station:ST0001"             | schema
            position | subject                 | "vehicle:"                   | schema
            position | subject                 |                              | schema
            position | surprise                | 1                            | schema
            position | payload                 |                              | schema
            position | payload                 | "position"                   | schema
            position | payload.kind            | "smell"                      | unknown-kind
            position | payload.kind            | "progress"                   | unknown-kind
            position | payload.kind            | 1                            | schema
            position | payload.kind            |                              | schema
            position | payload.speedKmh        | 0                            | ok
            position | payload.speedKmh        | -0.1                         | value-out-of-range
            position | payload.speedKmh        | 500                          | ok
            position | payload.speedKmh        | 500.1                        | value-out-of-range
            position | payload.speedKmh        | "42"                         | schema
            position | payload.speedKmh        | true                         | schema
            position | payload.speedKmh        | null                         | schema
            position | payload.directionDeg    | 359                          | ok
            position | payload.directionDeg    | 360                          | value-out-of-range
            position | payload.directionDeg    | 90.5                         | schema
            position | payload.load            | "half"                       | ok
            position | payload.load            | "HALF"                       | schema
            position | payload.accOn           | 1                            | schema
            position | payload.accOn           |                              | schema
            position | payload.plate           | "浙GA1234"                   | schema
            capture  | subject                 | "vehicle:浙GA1234"           | schema
            capture  | payload.camera          | "cam-2"                      | unknown-subject
            capture  | payload.plate           | "无 牌 <b>"                  | schema
            capture  | payload.plate           | "浙G88888"                   | ok
            capture  | payload.plateColour     | "pink"                       | schema
            capture  | payload.confidence      | 1                            | ok
            capture  | payload.confidence      | 1.01                         | value-out-of-range
            capture  | payload.image           | "abc"                        | schema
            reading  | subject                 | "station:ST0002"             | unknown-subject
            reading  | subject                 | "station:ST 0001"            | schema
            reading  | payload.interval        | "week"                       | schema
            reading  | payload.factors         | []                           | schema
            reading  | payload.factors         | {}                           | schema
            reading  | payload.factors         | [{"code":"a34004","unit":"mg/m3","flag":"N"}] | unit-mismatch
            reading  | payload.factors         | [{"code":"w01018","unit":"mg/L","flag":"N"}]  | ok
            reading  | payload.factors         | [{"code":"w-1","unit":"mg/L","flag":"N"}]     | schema
            reading  | payload.factors         | [{"code":"w01018","flag":"N"}]                | schema
            manifest | payload.step            | "lost"                       | schema
            manifest | payload.number          | 17                           | schema
            manifest | payload.wasteCode       | "900-09-09"                  | schema
            manifest | payload.sentTonnes      | -1                           | value-out-of-range
            manifest | payload.generator       | "ent-unheard-of"             | ok
            manifest | payload.generator       | "<img src=x onerror=alert(1)>" | ok
            weighing | payload.netTonnes       | 1000                         | ok
            weighing | payload.netTonnes       | 1000.1                       | value-out-of-range
            weighing | payload.netTonnes       |                              | schema
            weighing | payload.side            | "left"                       | schema
            ledger   | payload.enterprise      | "ent-2"                      | unknown-subject
            ledger   | payload.tonnes          | {}                           | schema
            sighting | payload.camera          | "cam-2"                      | unknown-subject
            sighting | payload.things          | "person"                     | schema
            sighting | payload.things          | ["ghost"]                    | schema
            sighting | payload.people          | -1                           | value-out-of-range
            stock    | payload.enterprise      | "ent-2"                      | unknown-subject
            stock    | payload.other           | "ent-1"                      | schema
            stock    | payload.entry           | "lost"                       | schema
            stock    | payload.tonnes          | -0.1                         | value-out-of-range
            inspection | payload.enterprise    | "ent-2"                      | unknown-subject
            inspection | payload.point         |                              | schema
            manifest | payload.driver          | "p-unheard-of"               | ok
            manifest | payload.escort          | 7                            | schema
            operation | payload.enterprise     | "ent-2"                      | unknown-subject
            operation | payload.measure        | "gas"                        | schema
            operation | payload.amount         | -1                           | value-out-of-range
            operation | payload.since          | "2026-03-11"                 | schema
            operation | payload.since          | "2026-03-11T23:00:00+08:00"  | ok
            operation | payload.since          | "2026-03-11T23:00:01+08:00"  | time-out-of-range
            operation | payload.since          | "2025-12-10T00:00:00+08:00"  | ok
            operation | payload.since          | "2025-12-09T23:59:59+08:00"  | time-out-of-range
            offence  | payload.matter          | "murder"                     | schema
            offence  | payload.standing        | "revoked"                    | ok
            offence  | payload.persons         |                              | ok
            offence  | payload.persons         | [7]                          | schema
            offence  | payload.persons         | "p-1"                        | schema
            offence  | payload.plates          | ["<b>"]                      | schema
            offence  | payload.tonnes          | -0.1                         | value-out-of-range
            clue     | location                |                              | schema
            clue     | subject                 | "site:clue-1-1"              | schema
            clue     | payload.text            | " "                          | schema
            clue     | payload.reporter        | "7f3a"                       | ok
            """)
    void anItemWith(String kind, String member, String value, String outcome) {
        JsonNode item = JsonItems.with(ITEMS.get(kind), member, value);
        if (outcome.equals("ok")) {
            read(item);
            return;
        }
        Rejected rejected = assertThrows(Rejected.class, () -> read(item));
        assertEquals(outcome, rejected.reason(), rejected.getMessage());
        assertTrue(rejected.getMessage().chars().noneMatch(Character::isISOControl), rejected.getMessage());
    }

    @Test
    void theDetailNamesTheMember() {
        JsonNode item = JsonItems.with(
                READING,
                "payload.factors",
                "[{\"code\":\"a34004\",\"unit\":\"ug/m3\",\"flag\":\"N\",\"value\":\"35\"}]");
        Rejected rejected = assertThrows(Rejected.class, () -> read(item));
        assertEquals("payload.factors[0].value is not a number", rejected.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void whatIsNoObject(String item) {
        assertEquals("schema", assertThrows(Rejected.class, () -> read(item)).reason());
    }

    @Test
    void trialsAdmitUnknownThings() {
        ItemReader trial = new ItemReader(new RegistrySnapshot(), true);
        Observation position = trial.observation(JsonItems.with(POSITION, "feed", null), UPLOAD);
        assertEquals(Subject.vehicle("浙GA1234"), position.subject());
        assertNull(trial.observation(JsonItems.node(CAPTURE), UPLOAD).location());
    }
}

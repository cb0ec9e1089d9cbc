package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.registry.Details;
import io.sanse.ingest.registry.Registration;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsReaderTest {
    private static final Upload UPLOAD = new Upload("integrator", Instant.parse("2026-03-12T15:05:00Z"), List.of());
    private static final String NAME = "\"name\":{\"zh\":\"名\",\"en\":\"name\"}";
    private static final String PLACE = "\"location\":{\"longitude\":120,\"latitude\":29}";
    private static final String RING =
            "\"boundary\":[{\"longitude\":120,\"latitude\":29},{\"longitude\":121,\"latitude\":29},"
                    + "{\"longitude\":120,\"latitude\":30}]";

    private static final Map<String, String> ITEMS = Map.ofEntries(
            Map.entry("feed", item("gps-east", "\"kind\":\"feed\"," + NAME + ",\"datum\":\"WGS84\"")),
            Map.entry(
                    "enterprise",
                    item(
                            "ent-1",
                            "\"kind\":\"enterprise\"," + NAME
                                    + ",\"roles\":[\"generator\",\"carrier\"],\"division\":\"330784\","
                                    + "\"contactPhone\":\"13800138000\"," + PLACE)),
            Map.entry(
                    "vehicle",
                    item(
                            "浙G·a1234",
                            "\"kind\":\"vehicle\",\"plateColour\":\"yellow\",\"vehicleClass\":\"dump-truck\",\"carrier\":\"ent-1\","
                                    + "\"terminalPhone\":\"013800138000\",\"authenticationCode\":\"secret\",\"feed\":\"gps-east\"")),
            Map.entry(
                    "station",
                    item(
                            "ST0001",
                            "\"kind\":\"station\"," + NAME
                                    + ",\"password\":\"123456\",\"feed\":\"air\",\"division\":\"330784\"," + PLACE
                                    + ",\"neighbours\":[\"ST0002\"],\"units\":{\"a34004\":\"ug/m3\"},\"crc\":\"HJ212\"")),
            Map.entry(
                    "route",
                    item(
                            "usual",
                            "\"kind\":\"route\"," + NAME
                                    + ",\"generator\":\"a\",\"receiver\":\"b\",\"division\":\"330784\",\"path\":"
                                    + "[{\"longitude\":120,\"latitude\":29},{\"longitude\":120.1,\"latitude\":29}]")),
            Map.entry("camera", item("cam-1", "\"kind\":\"camera\"," + NAME + ",\"division\":\"330784\"," + PLACE)),
            Map.entry(
                    "zone",
                    item(
                            "zone-1",
                            "\"kind\":\"zone\"," + NAME + ",\"type\":\"pit\",\"core\":false,\"division\":\"330784\","
                                    + RING)),
            Map.entry("district", item("330784", "\"kind\":\"district\"," + NAME + ",\"level\":\"county\"," + RING)),
            Map.entry(
                    "department",
                    item(
                            "ecology-yongkang",
                            "\"kind\":\"department\"," + NAME + ",\"competence\":\"ecology\",\"division\":\"330784\","
                                    + "\"dutyPhone\":\"057987101234\",\"leaderPhone\":\"+8613800138000\"")),
            Map.entry(
                    "officer",
                    item("field", "\"kind\":\"officer\"," + NAME + ",\"department\":\"d\",\"phone\":\"13800138000\"")),
            Map.entry(
                    "round",
                    item(
                            "tanks",
                            "\"kind\":\"round\"," + NAME
                                    + ",\"enterprise\":\"ent-1\",\"division\":\"330784\",\"points\":[\"p1\",\"p2\"],"
                                    + "\"windows\":[{\"from\":\"22:00\",\"to\":\"02:00\"}],\"workingDays\":false,\"leastMinutes\":10")),
            Map.entry(
                    "person",
                    item(
                            "p-1",
                            "\"kind\":\"person\",\"qualifications\":[{\"type\":\"goods-driver\",\"until\":\"2027-01-31\"}],"
                                    + "\"vehicles\":[\"浙G·a1234\"],\"record\":true")));

    private final ItemReader reader = new ItemReader(new RegistrySnapshot(), false);

    private static String item(String id, String details) {
        return "{\"observedAt\":\"2026-03-12T14:00:00Z\",\"payload\":{\"kind\":\"registration\",\"id\":\"" + id
                + "\",\"details\":{" + details + "}}}";
    }

    private Registration read(JsonNode item) {
        assertTrue(ItemReader.isRegistration(item));
        return reader.registration(item, UPLOAD);
    }

    @Test
    void platesAndTerminalPhonesAreBroughtIntoTheirOneForm() {
        Registration vehicle = read(JsonItems.node(ITEMS.get("vehicle")));
        assertEquals("vehicle:浙GA1234", vehicle.key());
        assertEquals("13800138000", ((Details.Vehicle) vehicle.details()).terminalPhone());
    }

    @Test
    void aWindowIsKeptAsItWasGiven() throws IOException {
        Registration round = read(JsonItems.node(ITEMS.get("round")));
        Details kept = Json.parse(Json.bytes(round.details()), Details.class);
        assertEquals(round.details(), kept);
        assertEquals(
                LocalTime.of(22, 0), ((Details.Round) kept).windows().get(0).from());
    }

    @Test
    void theSameRolesAreAlwaysWrittenTheSame() {
        String one = Json.text(read(JsonItems.node(ITEMS.get("enterprise"))).details());
        JsonNode turned =
                JsonItems.with(ITEMS.get("enterprise"), "payload.details.roles", "[\"carrier\",\"generator\"]");
        assertEquals(one, Json.text(read(turned).details()));
    }

    @ParameterizedTest(name = "{0}: {1} = {2} is {3}")
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            feed       | details.datum         | "WGS84"                     | ok
            feed       | details.datum         | "BD09"                      | schema
            feed       | details.kind          | "planet"                    | schema
            feed       | details.name          | {"zh":"名"}                 | schema
            feed       | details.name          | {"zh":"名","en":"<b>n</b>"} | ok
            feed       | details.name          | {"zh":"名","en":"a\\u0007"} | schema
            feed       | details.extra         | 1                           | schema
            feed       | id                    | "x\\ty"                     | schema
            feed       | id                    |                             | schema
            feed       | extra                 | 1                           | schema
            enterprise | details.roles         | []                          | schema
            enterprise | details.roles         | ["king"]                    | schema
            enterprise | details.roles         | [7]                         | schema
            enterprise | details.roles         | "generator"                 | schema
            enterprise | details.division      | "33078"                     | schema
            enterprise | details.division      | "330784101"                 | ok
            enterprise | details.permit        | {"storageTonnes":12.5,"licenceEnds":"2026-12-31"} | ok
            enterprise | details.permit        | {"licenceEnds":"2026-13-01"}                       | schema
            enterprise | details.permit        | {"storageTonnes":-1}                               | value-out-of-range
            enterprise | details.permit        | {"king":1}                                         | schema
            enterprise | details.wasteRates    | {"output":0.02,"raw-material":0.1}                 | ok
            enterprise | details.wasteRates    | {"power":-1}                                       | value-out-of-range
            enterprise | details.wasteRates    | {"gas":1}                                          | schema
            person     | details.qualifications | []                                                | ok
            person     | details.qualifications | [{"type":"pilot","until":"2027-01-31"}]           | schema
            person     | details.qualifications | [{"type":"goods-driver"}]                         | schema
            person     | details.vehicles      | ["<b>"]                                            | schema
            person     | details.vehicles      |                                                    | ok
            person     | details.record        |                                                    | schema
            person     | details.name          | {"zh":"名","en":"name"}                             | schema
            enterprise | details.contactPhone  | "12"                        | schema
            enterprise | details.contactPhone  | "123"                       | ok
            enterprise | details.contactPhone  | "1380013800013800138000"    | schema
            enterprise | details.contactPhone  | "138-0013-8000"             | schema
            enterprise | details.location      |                             | ok
            enterprise | details.location      | {"longitude":120,"latitude":91} | location-out-of-range
            vehicle    | id                    | "浙G A12<>"                 | schema
            vehicle    | details.plateColour   | "red"                       | schema
            vehicle    | details.terminalPhone | "0000"                      | ok
            vehicle    | details.terminalPhone | "12a"                       | schema
            vehicle    | details.terminalPhone |                             | ok
            vehicle    | details.feed          |                             | schema
            station    | id                    | "ST 1"                      | schema
            station    | details.password      |                             | schema
            station    | details.neighbours    | ["ST0001"]                  | schema
            station    | details.neighbours    | [1]                         | schema
            station    | details.neighbours    | []                          | ok
            station    | details.units         | {}                          | ok
            station    | details.units         | {"a-1":"x"}                 | schema
            station    | details.units         | {"a34004":5}                | schema
            station    | details.crc           | "CRC32"                     | schema
            camera     | details.location      |                             | schema
            zone       | details.type          | "moon"                      | schema
            zone       | details.core          | "yes"                       | schema
            zone       | details.boundary      | [{"longitude":120,"latitude":29},{"longitude":121,"latitude":29}] | schema
            zone       | details.boundary      | [{"longitude":0,"latitude":1},{"longitude":1,"latitude":2},{"longitude":1,"latitude":1},{"longitude":0,"latitude":2}] | boundary-not-simple
            district   | id                    | "yongkang"                  | schema
            district   | details.level         | "village"                   | schema
            department | details.dutyPhone     |                             | schema
            department | details.competence    | ""                          | schema
            officer    | details.phone         | "call me"                   | schema
            enterprise | details.permit        | {"chemicalTonnes":{"7782-50-5":2}}                 | ok
            enterprise | details.permit        | {"chemicalTonnes":{"7782-50-5":-2}}                | value-out-of-range
            enterprise | details.permit        | {"chemicalTonnes":{"7782-50-5":"2"}}               | schema
            round      | details.windows       | [{"from":"08:00","to":"10:00"}]                    | ok
            round      | details.windows       | [{"from":"08:00","to":"24:00"}]                    | schema
            round      | details.windows       | []                          | schema
            round      | details.points        | ["p1","p1"]                 | schema
            round      | details.points        | [1]                         | schema
            round      | details.leastMinutes  |                             | ok
            round      | details.leastMinutes  | 1441                        | value-out-of-range
            route      | id                    | "learnt"                    | ok
            route      | id                    | "learnt:a:b:1"              | schema
            route      | details.learnt        | true                        | schema
            round      | details               | {"kind":"route","name":{"zh":"名","en":"n"},"generator":"a","receiver":"b","division":"330784","path":[{"longitude":120,"latitude":29},{"longitude":120.1,"latitude":29}]} | ok
            round      | details               | {"kind":"route","name":{"zh":"名","en":"n"},"generator":"a","receiver":"b","division":"330784","path":[{"longitude":120,"latitude":29}]} | schema
            """)
    void aRegistrationWith(String kind, String member, String value, String outcome) {
        JsonNode item = JsonItems.with(ITEMS.get(kind), "payload." + member, value);
        if (outcome.equals("ok")) {
            read(item);
            return;
        }
        Rejected rejected = assertThrows(Rejected.class, () -> read(item));
        assertEquals(outcome, rejected.reason(), rejected.getMessage());
    }
}

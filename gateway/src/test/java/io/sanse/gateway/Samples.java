package io.sanse.gateway;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertClock;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.alert.Routing;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records for the fake services to answer with. */
final class Samples {
    static final Instant NIGHT = Instant.parse("2026-03-12T15:04:05.250Z");
    static final Subject TRUCK = Subject.vehicle("浙GA1234");
    static final LocalizedText TEXT = new LocalizedText("夜间停留", "stopped at night");
    static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final GeoPoint PIT = new GeoPoint(120.0213, 28.8956);

    private Samples() {}

    static Alert alert(UUID id, long version, String division) {
        return new Alert(
                id,
                version,
                "vehicle-suspicious-stop",
                TRUCK,
                List.of(Subject.enterprise("ent-0012"), Subject.vehicle("浙AF0002")),
                NIGHT,
                Level.YELLOW,
                72,
                AlertState.DISPATCHED,
                Condition.ACTIVE,
                PIT,
                division,
                8.5,
                TEXT,
                new Routing("ecology-yongkang", List.of(), "source-known", 1, TEXT),
                2,
                NIGHT,
                NIGHT.plusSeconds(600),
                NIGHT,
                null,
                List.of(new AlertClock(ClockName.SIGN, NIGHT, NIGHT.plus(Duration.ofMinutes(1)), null, null)));
    }

    static AlertEvent event(Alert alert, String cursor) {
        return new AlertEvent(
                alert.id(),
                alert.version(),
                cursor,
                AlertEventType.RAISED,
                NIGHT,
                null,
                "system",
                "city",
                null,
                null,
                CommandDetails.NONE,
                TEXT,
                "0".repeat(64),
                HASH,
                NIGHT,
                NIGHT,
                alert);
    }

    static List<Observation> observations() {
        Source source = new Source("gps-east", "jt808", "13800138000");
        return List.of(
                new Observation(
                        UUID.randomUUID(),
                        source,
                        TRUCK,
                        List.of(),
                        NIGHT,
                        NIGHT,
                        PIT,
                        new Position(42.5, 90, null, null, LoadState.FULL, true, false, false)),
                new Observation(
                        UUID.randomUUID(),
                        source,
                        TRUCK,
                        List.of(Subject.parse("site:cam-1")),
                        NIGHT,
                        NIGHT,
                        null,
                        new Capture("cam-1", "浙GA1234", "yellow", null, "out", null, 0.97, null)));
    }

    /** A step of a manifest that names two firms. */
    static Observation manifestStep(Subject manifest, String generator, String receiver) {
        return new Observation(
                UUID.randomUUID(),
                new Source("waste-ledger", "http", "integrator"),
                manifest,
                List.of(Subject.enterprise(generator), Subject.enterprise(receiver)),
                NIGHT,
                NIGHT,
                null,
                new ManifestStep(
                        manifest.id(),
                        ManifestStep.Step.FILED,
                        generator,
                        null,
                        receiver,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static RegistryEntry vehicle() {
        return vehicle("浙GA1234", "ent-0101");
    }

    static RegistryEntry vehicle(String plate, String carrier) {
        return new RegistryEntry(
                plate,
                3,
                NIGHT,
                new Details.Vehicle(
                        "yellow", "dump-truck", carrier, "13905791234", "13800138000", "secret-code", "gps-east"));
    }

    static RegistryEntry station() {
        return new RegistryEntry(
                "A330784001",
                1,
                NIGHT,
                new Details.Station(
                        TEXT, "secret-pw", "air-net", "330784", PIT, List.of(), Map.of("a34004", "µg/m³"), "HJ212"));
    }

    /** Who runs a firm. */
    static RegistryEntry person(String code, String enterprise) {
        Details.Qualification driver = new Details.Qualification("goods-driver", null, LocalDate.of(2027, 12, 31));
        return new RegistryEntry(
                code, 2, NIGHT, new Details.Person(List.of(driver), Set.of(), Set.of(enterprise), true));
    }

    static RegistryEntry enterprise() {
        return enterprise("ent-0012", "330784");
    }

    static RegistryEntry enterprise(String code, String division) {
        return new RegistryEntry(
                code, 1, NIGHT, new Details.Enterprise(TEXT, Set.of("generator"), null, division, PIT, "13905795678"));
    }

    /** A square around the pit. */
    static RegistryEntry district(String division) {
        return new RegistryEntry(
                division,
                1,
                NIGHT,
                new Details.District(
                        TEXT,
                        "county",
                        null,
                        List.of(
                                new GeoPoint(120, 28),
                                new GeoPoint(121, 28),
                                new GeoPoint(121, 29),
                                new GeoPoint(120, 29))));
    }
}

package io.sanse.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.engine.StopNight;
import io.sanse.model.library.Library;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a firm is told of its trucks under its own key is enough to prove what was said of the firm. */
class FirmBundleTest {
    private static final Instant NIGHT = Instant.parse("2026-03-05T15:00:00Z");
    private static final List<RegistryEntry> REGISTRY =
            List.of(StopNight.WORKS, StopNight.PIT, truck("浙GA1234"), truck("浙GB5678"));

    private static RegistryEntry truck(String plate) {
        Details.Vehicle vehicle = new Details.Vehicle("yellow", "dump-truck", "C1", null, null, null, "gps");
        return new RegistryEntry(plate, 1, Instant.EPOCH, vehicle);
    }

    private static List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        for (int minute = 0; minute < 20; minute++) {
            String plate = minute < 10 ? "浙GA1234" : "浙GB5678";
            Instant at = NIGHT.plusSeconds(60L * minute);
            arrivals.add(new Arrival(at.plusSeconds(3), List.of(report(plate, at))));
        }
        return arrivals;
    }

    private static Observation report(String plate, Instant at) {
        return new Observation(
                ObservationId.of(Kind.POSITION, plate, at, ""),
                new Source("gps", "jt808", plate),
                Subject.enterprise("C1"),
                List.of(Subject.vehicle(plate)),
                at,
                at.plusSeconds(2),
                new GeoPoint(120.1, 28.9),
                new Position(0.0, 0, null, null, null, true, false, false));
    }

    @Test
    void theWordOnTwoTrucksIsVerifiedOffline() throws IOException {
        List<Detection> words = new ArrayList<>();
        Player.Listener sink = words::add;
        PartitionDetector detector = new PartitionDetector(Library.load(), new HeapMemory(), sink);
        arrivals().forEach(arrival -> detector.process(arrival.observations(), World.of(REGISTRY)));
        assertEquals(
                List.of("enterprise-linked-vehicles"),
                words.stream().map(Detection::model).toList());

        BundleMaker maker = new BundleMaker(words.get(0), Library.load(), RegistryCourse.constant(REGISTRY), false);
        for (Arrival arrival : arrivals()) {
            maker.arrived(arrival.at(), arrival.observations());
        }
        EvidenceBundle bundle = maker.bundle();
        assertNotNull(bundle, maker::instead);
        assertEquals(List.of(), Verification.of(Json.bytes(bundle)).differences());
        assertEquals(
                List.of("vehicle:浙GA1234", "vehicle:浙GB5678", "zone:pit"),
                BundleText.recording(bundle).registry().stream()
                        .map(Recording.Known::key)
                        .sorted()
                        .toList());
    }
}

package io.sanse.model.detect.recording;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Nights;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import io.sanse.model.testing.Recorded;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Forty gates of a preserve and what passed them: each gate is a camera of the site, each gate for rangers only stands in a restricted zone of its own. */
final class GatePasses {
    static final String PARK = "preserve";

    private static final double HALF_DEGREES = 0.0005;
    private static final Map<String, String> CLASSES =
            Map.of("1", "car", "2", "light-truck", "3", "truck", "4", "heavy-truck", "5", "bus", "6", "bus");

    /** Year, minute, day, hour of twelve, minute, second. */
    private static final DateTimeFormatter CAME = DateTimeFormatter.ofPattern("uuuummddhhmmss", Locale.ROOT);

    private final Map<String, GeoPoint> gates = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final List<RegistryEntry> entries = new ArrayList<>();

    GatePasses() {
        entries.add(new RegistryEntry(
                PARK,
                1,
                Instant.EPOCH,
                new Details.Zone(same(PARK), "protected", false, null, "330784", square(120.05, 28.91, 0.1))));
        Recorded.rows("data/passes/vast2017_mc1_gates.csv").forEach(this::gate);
    }

    private void gate(Map<String, String> row) {
        String name = row.get("gate_name");
        GeoPoint place = new GeoPoint(Double.parseDouble(row.get("lon_demo")), Double.parseDouble(row.get("lat_demo")));
        gates.put(name, place);
        entries.add(new RegistryEntry(name, 1, Instant.EPOCH, new Details.Camera(same(name), "330784", place, PARK)));
        if (row.get("access").equals("ranger_only")) {
            closed.add(name);
            List<GeoPoint> ring = square(place.longitude(), place.latitude(), HALF_DEGREES);
            entries.add(new RegistryEntry(
                    "closed-" + name,
                    1,
                    Instant.EPOCH,
                    new Details.Zone(same(name), "restricted", false, null, "330784", ring)));
        }
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    private static List<GeoPoint> square(double longitude, double latitude, double half) {
        return List.of(
                new GeoPoint(longitude - half, latitude - half),
                new GeoPoint(longitude + half, latitude - half),
                new GeoPoint(longitude + half, latitude + half),
                new GeoPoint(longitude - half, latitude + half));
    }

    World world() {
        return World.of(entries);
    }

    /** In their order in time, each once; an entrance is passed inwards first and outwards then. */
    List<Observation> passes(Path slice) {
        Set<String> seen = new HashSet<>();
        Set<String> inside = new HashSet<>();
        return Recorded.rows(slice).stream()
                .distinct()
                .filter(row -> gates.containsKey(row.get("gate_name")))
                .sorted(Comparator.comparing(GatePasses::time))
                .map(row -> pass(row, direction(row, seen, inside)))
                .toList();
    }

    private static LocalDateTime time(Map<String, String> row) {
        return LocalDateTime.parse(row.get("timestamp_local").replace(' ', 'T'));
    }

    /** Who is inside when a slice begins goes out first: a car's id tells when it came. */
    private static String direction(Map<String, String> row, Set<String> seen, Set<String> inside) {
        String car = row.get("car_id");
        boolean camePreviously =
                seen.add(car) && car.matches("[0-9]{14}-.*") && !car.startsWith(CAME.format(time(row)));
        if (!row.get("gate_name").startsWith("entrance")) {
            inside.add(car);
            return null;
        }
        if (inside.remove(car) || camePreviously) {
            return "out";
        }
        inside.add(car);
        return "in";
    }

    private Observation pass(Map<String, String> row, String direction) {
        String gate = row.get("gate_name");
        String car = plate(row.get("car_id"));
        Instant at = time(row).atZone(Nights.ZONE).toInstant();
        String type = row.get("car_type");
        String vehicleClass = type.endsWith("P") ? "patrol" : CLASSES.get(type);
        Capture capture = new Capture(gate, car, null, vehicleClass, direction, null, null, null);
        return new Observation(
                ObservationId.of(Kind.CAPTURE, gate, at, capture.toString()),
                new Source("gates", "test", gate),
                Subject.vehicle(car),
                List.of(Subject.site(PARK)),
                at,
                at,
                gates.get(gate),
                capture);
    }

    /** As the platform writes it. */
    static String plate(String car) {
        return car.replace("-", "");
    }

    /** Whether a gate is for rangers only. */
    boolean isClosed(String gate) {
        return closed.contains(gate);
    }
}

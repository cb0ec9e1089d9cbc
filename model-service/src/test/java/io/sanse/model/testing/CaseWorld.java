package io.sanse.model.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registry of a table of cases. Places are given in metres east and north of a point in Yongkang; a zone is a square around its place. */
final class CaseWorld {
    private static final double LONGITUDE = 120.05;
    private static final double LATITUDE = 28.90;
    private static final double METRES_PER_DEGREE = 111_195.08;

    private final Map<String, GeoPoint> places = new HashMap<>();
    private final Map<String, List<Subject>> sites = new HashMap<>();
    private final List<RegistryEntry> entries = new ArrayList<>();

    /** @param parts that of the table, and what a case adds to it */
    CaseWorld(JsonNode... parts) {
        for (JsonNode part : parts) {
            read(part);
        }
    }

    private void read(JsonNode yaml) {
        yaml.path("places").properties().forEach(place -> places.put(place.getKey(), point(place.getValue(), 0, 0)));
        yaml.path("zones").properties().forEach(zone -> zone(zone.getKey(), zone.getValue()));
        yaml.path("enterprises").properties().forEach(firm -> enterprise(firm.getKey(), firm.getValue()));
        yaml.path("stations").properties().forEach(station -> station(station.getKey(), station.getValue()));
        yaml.path("cameras").properties().forEach(camera -> camera(camera.getKey(), camera.getValue()));
        yaml.path("vehicles").properties().forEach(vehicle -> vehicle(vehicle.getKey(), vehicle.getValue()));
    }

    World world() {
        return World.of(entries);
    }

    GeoPoint place(String name) {
        GeoPoint place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the world has no place " + name);
        }
        return place;
    }

    private static GeoPoint point(JsonNode metres, double east, double north) {
        double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE));
        return new GeoPoint(
                LONGITUDE + (metres.path(0).asDouble() + east) / scale,
                LATITUDE + (metres.path(1).asDouble() + north) / METRES_PER_DEGREE);
    }

    private void zone(String name, JsonNode yaml) {
        double half = yaml.path("half").asDouble(100);
        JsonNode at = yaml.path("at");
        places.put(name, point(at, 0, 0));
        List<GeoPoint> boundary =
                List.of(point(at, -half, -half), point(at, half, -half), point(at, half, half), point(at, -half, half));
        add(
                name,
                new Details.Zone(
                        new LocalizedText(name + "区", name),
                        yaml.path("type").asText(),
                        yaml.path("core").asBoolean(),
                        yaml.path("enterprise").asText(null),
                        yaml.path("division").asText("330784"),
                        boundary));
    }

    private void enterprise(String code, JsonNode yaml) {
        Set<String> roles = new LinkedHashSet<>();
        yaml.path("roles").forEach(role -> roles.add(role.asText()));
        GeoPoint gate = yaml.has("at") ? point(yaml.path("at"), 0, 0) : null;
        add(
                code,
                new Details.Enterprise(
                        new LocalizedText(code + "厂", code),
                        roles,
                        "ecology",
                        "330784",
                        gate,
                        null,
                        permit(yaml.path("permit"))));
    }

    private static Details.Permit permit(JsonNode yaml) {
        return yaml.isMissingNode()
                ? null
                : new Details.Permit(
                        number(yaml.path("storage")),
                        number(yaml.path("licence")),
                        number(yaml.path("plan")),
                        day(yaml.path("licence-ends")),
                        day(yaml.path("plan-ends")));
    }

    private static LocalDate day(JsonNode yaml) {
        return yaml.isMissingNode() ? null : LocalDate.parse(yaml.asText());
    }

    private static Double number(JsonNode yaml) {
        return yaml.isMissingNode() ? null : (Double) yaml.asDouble();
    }

    private void station(String mn, JsonNode yaml) {
        List<String> neighbours = new ArrayList<>();
        yaml.path("neighbours").forEach(neighbour -> neighbours.add(neighbour.asText()));
        add(
                mn,
                new Details.Station(
                        new LocalizedText(mn + "站", mn),
                        "123456",
                        "air",
                        "330784",
                        point(yaml.path("at"), 0, 0),
                        neighbours,
                        Map.of(),
                        "HJ212",
                        yaml.has("class") ? (Integer) yaml.path("class").asInt() : null));
    }

    private void camera(String id, JsonNode yaml) {
        places.put(id, point(yaml.path("at"), 0, 0));
        LocalizedText name = new LocalizedText(id + "卡口", id);
        String site = yaml.path("site").asText(null);
        sites.put(id, site == null ? List.of() : List.of(Subject.site(site)));
        add(id, new Details.Camera(name, "330784", place(id), site));
    }

    /** The site that a camera watches, if any. */
    List<Subject> siteOf(String camera) {
        return sites.getOrDefault(camera, List.of());
    }

    private void vehicle(String plate, JsonNode yaml) {
        add(
                plate,
                new Details.Vehicle(
                        yaml.path("colour").asText("yellow"),
                        yaml.path("class").asText("dump-truck"),
                        yaml.path("carrier").asText(null),
                        null,
                        null,
                        null,
                        "gps"));
    }

    private void add(String id, Details details) {
        entries.add(new RegistryEntry(id, 1, Instant.EPOCH, details));
    }
}

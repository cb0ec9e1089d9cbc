package io.sanse.model.cases;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.Vocabulary;
import io.sanse.model.detect.world.World;
import io.sanse.model.file.ModelFileException;
import io.sanse.model.file.YamlMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The registry of a table of cases. Places are given in metres east and north of a point in Yongkang; a zone is a square around its place. */
public final class CaseWorld {
    private static final double LONGITUDE = 120.05;
    private static final double LATITUDE = 28.90;
    private static final double METRES_PER_DEGREE = 111_195.08;
    private static final double HALF = 100;

    private final Map<String, GeoPoint> places = new HashMap<>();
    private final Map<String, List<Subject>> sites = new HashMap<>();
    private final List<RegistryEntry> entries = new ArrayList<>();

    /**
     * @param parts that of the table, and what a case adds to it
     * @throws ModelFileException when one of them is wrong
     */
    CaseWorld(List<YamlMap> parts) {
        parts.forEach(this::read);
    }

    private void read(YamlMap yaml) {
        yaml.only(Set.of(
                "places", "zones", "enterprises", "stations", "cameras", "vehicles", "rounds", "routes", "persons"));
        if (yaml.has("places")) {
            YamlMap named = yaml.map("places");
            named.keys().forEach(name -> places.put(name, point(named, name, 0, 0)));
        }
        yaml.named("zones").forEach(this::zone);
        yaml.named("enterprises").forEach(this::enterprise);
        yaml.named("stations").forEach(this::station);
        yaml.named("cameras").forEach(this::camera);
        yaml.named("vehicles").forEach(this::vehicle);
        yaml.named("rounds").forEach(this::round);
        yaml.named("routes").forEach(this::route);
        yaml.named("persons").forEach(this::person);
    }

    World world() {
        return World.of(entries);
    }

    /** @throws IllegalArgumentException when there is none */
    GeoPoint place(String name) {
        GeoPoint place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("the world has no place '" + name + "'; there are "
                    + String.join(", ", new TreeSet<>(places.keySet())));
        }
        return place;
    }

    private static GeoPoint point(YamlMap yaml, String key, double east, double north) {
        List<Double> metres = yaml.numbers(key);
        if (metres.size() != 2) {
            throw new ModelFileException(yaml.place(key), "'" + key + "' must be [metres east, metres north]");
        }
        double scale = METRES_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE));
        try {
            return new GeoPoint(
                    LONGITUDE + (metres.get(0) + east) / scale, LATITUDE + (metres.get(1) + north) / METRES_PER_DEGREE);
        } catch (IllegalArgumentException offTheEarth) {
            throw new ModelFileException(yaml.place(key), offTheEarth.getMessage(), offTheEarth);
        }
    }

    private void zone(String name, YamlMap yaml) {
        yaml.only(Set.of("type", "at", "half", "core", "enterprise", "division"));
        double half = yaml.has("half") ? yaml.number("half") : HALF;
        if (half <= 0) {
            throw new ModelFileException(yaml.place("half"), "'half' must be more than 0 m");
        }
        places.put(name, point(yaml, "at", 0, 0));
        List<GeoPoint> boundary = List.of(
                point(yaml, "at", -half, -half),
                point(yaml, "at", half, -half),
                point(yaml, "at", half, half),
                point(yaml, "at", -half, half));
        add(
                name,
                new Details.Zone(
                        new LocalizedText(name + "区", name),
                        yaml.parsed("type", type -> known(type, Vocabulary.ZONE_TYPES)),
                        yaml.flag("core"),
                        yaml.textOr("enterprise", null),
                        yaml.textOr("division", "330784"),
                        boundary));
    }

    private static Set<String> roles(YamlMap yaml) {
        Set<String> roles = new LinkedHashSet<>(yaml.texts("roles"));
        try {
            roles.forEach(role -> known(role, Vocabulary.FIRM_ROLES));
        } catch (IllegalArgumentException unknown) {
            throw new ModelFileException(yaml.place("roles"), "'roles': " + unknown.getMessage(), unknown);
        }
        return roles;
    }

    private static String known(String word, List<String> all) {
        return Words.oneOf(word, all.toArray(String[]::new), Function.identity());
    }

    private void enterprise(String code, YamlMap yaml) {
        yaml.only(Set.of("roles", "at", "permit", "rates"));
        add(
                code,
                new Details.Enterprise(
                        new LocalizedText(code + "厂", code),
                        yaml.has("roles") ? roles(yaml) : Set.of(),
                        "ecology",
                        "330784",
                        yaml.has("at") ? point(yaml, "at", 0, 0) : null,
                        null,
                        yaml.has("permit") ? CasePermits.permit(yaml.map("permit")) : null,
                        yaml.has("rates") ? CasePermits.rates(yaml.map("rates")) : null));
    }

    private void station(String mn, YamlMap yaml) {
        yaml.only(Set.of("at", "neighbours", "class", "site"));
        add(
                mn,
                new Details.Station(
                        new LocalizedText(mn + "站", mn),
                        "123456",
                        "air",
                        "330784",
                        point(yaml, "at", 0, 0),
                        yaml.has("neighbours") ? yaml.texts("neighbours") : List.of(),
                        Map.of(),
                        "HJ212",
                        yaml.has("class") ? (Integer) yaml.integer("class") : null,
                        yaml.textOr("site", null)));
    }

    private void camera(String id, YamlMap yaml) {
        yaml.only(Set.of("at", "site"));
        places.put(id, point(yaml, "at", 0, 0));
        LocalizedText name = new LocalizedText(id + "卡口", id);
        String site = yaml.textOr("site", null);
        sites.put(id, site == null ? List.of() : List.of(Subject.site(site)));
        add(id, new Details.Camera(name, "330784", place(id), site));
    }

    /** The site that a camera watches, if any. */
    List<Subject> siteOf(String camera) {
        return sites.getOrDefault(camera, List.of());
    }

    private void vehicle(String plate, YamlMap yaml) {
        yaml.only(Set.of("colour", "class", "carrier"));
        add(
                plate,
                new Details.Vehicle(
                        yaml.textOr("colour", "yellow"),
                        yaml.textOr("class", "dump-truck"),
                        yaml.textOr("carrier", null),
                        null,
                        null,
                        null,
                        "gps"));
    }

    private void round(String code, YamlMap yaml) {
        yaml.only(Set.of("enterprise", "points", "windows", "working-days", "least"));
        add(
                code,
                new Details.Round(
                        new LocalizedText(code + "巡检", code),
                        yaml.text("enterprise"),
                        "330784",
                        yaml.texts("points"),
                        yaml.texts("windows").stream()
                                .map(window -> window(yaml, window))
                                .toList(),
                        yaml.flag("working-days"),
                        yaml.has("least") ? (Integer) yaml.integer("least") : null));
    }

    private void route(String code, YamlMap yaml) {
        yaml.only(Set.of("from", "to", "over", "learnt"));
        LocalizedText name = new LocalizedText(code + "路线", code);
        List<GeoPoint> path = yaml.texts("over").stream().map(this::place).toList();
        Boolean learnt = yaml.flag("learnt") ? true : null;
        add(code, new Details.Route(name, yaml.text("from"), yaml.text("to"), "330784", path, learnt));
    }

    private static Details.Round.Window window(YamlMap yaml, String text) {
        try {
            String[] ends = text.split("-", 2);
            return new Details.Round.Window(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
        } catch (DateTimeException malformed) {
            throw new ModelFileException(
                    yaml.place("windows"), "'" + text + "' is not a window like 08:00-10:00", malformed);
        }
    }

    private void person(String code, YamlMap yaml) {
        yaml.only(Set.of("qualifications", "vehicles", "enterprises", "record"));
        List<Details.Qualification> qualifications = new ArrayList<>();
        if (yaml.has("qualifications")) {
            YamlMap until = yaml.map("qualifications");
            until.keys()
                    .forEach(type ->
                            qualifications.add(new Details.Qualification(type, null, CasePermits.day(until, type))));
        }
        add(
                code,
                new Details.Person(
                        qualifications,
                        yaml.has("vehicles") ? new LinkedHashSet<>(yaml.texts("vehicles")) : Set.of(),
                        yaml.has("enterprises") ? new LinkedHashSet<>(yaml.texts("enterprises")) : Set.of(),
                        yaml.flag("record")));
    }

    private void add(String id, Details details) {
        entries.add(new RegistryEntry(id, 1, Instant.EPOCH, details));
    }
}

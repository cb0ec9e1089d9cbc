package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that an integrator registers before the city can be watched, what others refer to first. A feed's clock never goes back, so each night that is
 * played is told by feeds of its own: the same providers, named by the night.
 */
public final class CityRegister {
    public static final String MANIFEST_FEED = "manifest-system";
    public static final String SCALE_FEED = "weigh-bridges";
    public static final String LEDGER_FEED = "ledger-system";
    public static final String CAMERA_FEED = "traffic-cameras";

    private static final Map<String, LocalizedText> FEEDS = feedNames();
    private static final double CAMERA_SETBACK_M = 1_000;

    private final City city;
    private final String night;

    private CityRegister(City city, String night) {
        this.city = city;
        this.night = night;
    }

    /**
     * All registrations, always the same and in the same order.
     *
     * @param night label of the night that is to be played
     */
    public static List<Registration> of(City city, String night) {
        return new CityRegister(city, night).all();
    }

    /** Name of a provider's feed in a night. */
    public static String feed(String provider, String night) {
        return provider + '-' + night;
    }

    private List<Registration> all() {
        List<Registration> all = new ArrayList<>();
        FEEDS.forEach((provider, name) -> all.add(feed(provider, name)));
        all.addAll(Departments.all());
        districts().forEach(all::add);
        city.places().stream()
                .filter(place -> place.kind().isFirm())
                .map(CityRegister::firm)
                .forEach(all::add);
        city.places().stream().map(CityRegister::zone).forEach(all::add);
        cameras().forEach(all::add);
        city.stations().stream().map(this::station).forEach(all::add);
        city.trucks().stream().map(this::vehicle).forEach(all::add);
        return all;
    }

    private static Map<String, LocalizedText> feedNames() {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        names.put("gps-a", new LocalizedText("定位服务商甲(示范)", "Positioning provider A (demo)"));
        names.put("gps-b", new LocalizedText("定位服务商乙(示范)", "Positioning provider B (demo)"));
        names.put("gps-c", new LocalizedText("定位服务商丙(示范)", "Positioning provider C (demo)"));
        names.put(Fleet.OUTAGE_PROVIDER, new LocalizedText("定位服务商丁(示范)", "Positioning provider D (demo)"));
        names.put(AirStation.FEED, new LocalizedText("空气微站网(示范)", "Air station network (demo)"));
        names.put(MANIFEST_FEED, new LocalizedText("联单系统(示范)", "Manifest system (demo)"));
        names.put(SCALE_FEED, new LocalizedText("地磅联网(示范)", "Weigh bridges (demo)"));
        names.put(LEDGER_FEED, new LocalizedText("台账系统(示范)", "Ledger system (demo)"));
        names.put(CAMERA_FEED, new LocalizedText("卡口相机(示范)", "Traffic cameras (demo)"));
        return names;
    }

    private Registration feed(String provider, LocalizedText name) {
        LocalizedText ofNight = new LocalizedText(name.zh() + night, name.en() + ' ' + night);
        return new Registration(feed(provider, night), new Details.Feed(ofNight, "WGS84"));
    }

    private static Stream<Registration> districts() {
        Registration county = new Registration(
                Departments.COUNTY,
                new Details.District(new LocalizedText("永康市", "Yongkang"), "county", null, Boundaries.county()));
        return Stream.concat(Stream.of(county), Stream.of(Town.values()).map(CityRegister::district));
    }

    private static Registration district(Town town) {
        return new Registration(
                town.code(),
                new Details.District(town.label(), "town", Departments.squadOf(town), Boundaries.of(town)));
    }

    private static Registration firm(Place place) {
        String phone = Departments.phone(2000 + 500 * (place.kind().ordinal() % 5) + number(place));
        return new Registration(
                place.code(),
                new Details.Enterprise(
                        place.name(),
                        roles(place.kind()),
                        competent(place.kind()),
                        place.division(),
                        place.middle(),
                        phone));
    }

    private static int number(Place place) {
        return Integer.parseInt(place.code().substring(3));
    }

    private static Set<String> roles(PlaceKind kind) {
        return switch (kind) {
            // works with a licensed store of their own
            case GENERATOR -> Set.of("generator", "operator");
            case CONSTRUCTION -> Set.of("construction");
            case RECEIVER -> Set.of("receiver", "operator");
            case COLLECTOR -> Set.of("receiver", "collector");
            case DEPOT -> Set.of("carrier");
            case FUEL, REST, CORE_PIT, PIT, RIVER_BANK, WOODLAND, SENSITIVE -> Set.of();
        };
    }

    private static String competent(PlaceKind kind) {
        return switch (kind) {
            case GENERATOR, RECEIVER, COLLECTOR -> Departments.ECOLOGY;
            case CONSTRUCTION -> Departments.CONSTRUCTION;
            case DEPOT -> Departments.TRANSPORT;
            case FUEL, REST, CORE_PIT, PIT, RIVER_BANK, WOODLAND, SENSITIVE -> null;
        };
    }

    private static Registration zone(Place place) {
        return new Registration(
                place.zone(),
                new Details.Zone(
                        place.name(),
                        place.kind().zoneType(),
                        place.kind() == PlaceKind.CORE_PIT,
                        place.kind().isFirm() ? place.code() : null,
                        place.division(),
                        place.boundary()));
    }

    /** A camera on each road, a kilometre behind its beginning. */
    private Stream<Registration> cameras() {
        return city.network().roads().stream().map(road -> {
            GeoPoint location = road.at(CAMERA_SETBACK_M);
            Town town = Town.of(location);
            int number = city.network().roads().indexOf(road) + 1;
            LocalizedText name = new LocalizedText(
                    "%s卡口%02d".formatted(town.label().zh(), number),
                    "%s camera %02d".formatted(town.label().en(), number));
            return new Registration(camera(number), new Details.Camera(name, town.code(), location, null));
        });
    }

    static String camera(int number) {
        return "cam-%02d".formatted(number);
    }

    private Registration station(AirStation station) {
        List<String> neighbours =
                station.neighbours(city.stations()).stream().map(AirStation::mn).toList();
        return new Registration(
                station.mn(),
                new Details.Station(
                        station.name(),
                        station.password(),
                        feed(AirStation.FEED, night),
                        station.town().code(),
                        station.location(),
                        neighbours,
                        Map.of(AirStation.PM25, "ug/m3", AirStation.PM10, "ug/m3"),
                        "HJ212"));
    }

    private Registration vehicle(Truck truck) {
        return new Registration(
                truck.plate(),
                new Details.Vehicle(
                        "yellow",
                        "dump-truck",
                        truck.depot().code(),
                        truck.driverPhone(),
                        truck.terminalPhone(),
                        truck.authenticationCode(),
                        feed(truck.provider(), night)));
    }
}

package io.sanse.bench.stream;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import io.sanse.model.detect.world.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** The place where the stream happens: 500 zones that do not touch each other, and trucks and vans of which most are registered. */
public final class City {
    static final int ZONES = 500;
    static final String TRUCK = "dump-truck";
    private static final int COLUMNS = 25;
    private static final double WEST = 119.8;
    private static final double SOUTH = 28.7;
    private static final double PITCH = 0.02;
    private static final double RADIUS = 0.002;
    private static final int MAX_JITTER = 4;
    private static final List<String> TYPES = List.of(
            "enterprise",
            "enterprise",
            "enterprise",
            "enterprise",
            "fuel",
            "pit",
            "river-bank",
            "woodland",
            "restricted",
            "receiver");

    private final int vehicles;
    private final double[] longitudes = new double[ZONES];
    private final double[] latitudes = new double[ZONES];
    private final List<RegistryEntry> entries = new ArrayList<>();
    private final World world;

    /** @param vehicles how many are registered */
    public City(int vehicles) {
        this.vehicles = vehicles;
        SplittableRandom random = new SplittableRandom(11);
        for (int zone = 0; zone < ZONES; zone++) {
            longitudes[zone] = WEST + PITCH * (zone % COLUMNS) + jitter(random);
            latitudes[zone] = SOUTH + PITCH * (zone / COLUMNS) + jitter(random);
            entries.add(zone(zone, 24 + random.nextInt(13)));
        }
        for (int vehicle = 0; vehicle < vehicles; vehicle++) {
            entries.add(vehicle(vehicle));
        }
        world = World.of(entries);
    }

    private static double jitter(SplittableRandom random) {
        return RADIUS * (random.nextInt(2 * MAX_JITTER) - MAX_JITTER) / MAX_JITTER;
    }

    private RegistryEntry zone(int zone, int corners) {
        List<GeoPoint> boundary = new ArrayList<>();
        for (int corner = 0; corner < corners; corner++) {
            double angle = 2 * Math.PI * corner / corners;
            boundary.add(new GeoPoint(
                    longitudes[zone] + RADIUS * Math.cos(angle), latitudes[zone] + RADIUS * Math.sin(angle)));
        }
        LocalizedText name = new LocalizedText("区" + zone, "zone " + zone);
        return entry("Z" + zone, new Details.Zone(name, type(zone), false, null, "330784", boundary));
    }

    private static RegistryEntry vehicle(int vehicle) {
        return entry(
                plate(vehicle), new Details.Vehicle("yellow", vehicleClass(vehicle), null, null, null, null, "gps"));
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Instant.EPOCH, details);
    }

    public static String plate(int vehicle) {
        return "浙G" + (100_000 + vehicle);
    }

    static String vehicleClass(int vehicle) {
        return isTruck(vehicle) ? TRUCK : "van";
    }

    static boolean isTruck(int vehicle) {
        return vehicle % 10 < 7;
    }

    static String type(int zone) {
        return TYPES.get(zone % TYPES.size());
    }

    public int vehicles() {
        return vehicles;
    }

    double longitude(int zone) {
        return longitudes[zone];
    }

    double latitude(int zone) {
        return latitudes[zone];
    }

    /** What the registry knows of it. */
    public List<RegistryEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    public World world() {
        return world;
    }

    /** The zone at a place, or null; there is at most one. */
    Zone zoneAt(double longitude, double latitude) {
        List<Zone> zones = world.zonesAt(longitude, latitude);
        return zones.isEmpty() ? null : zones.get(0);
    }

    /** Another zone, at most three rows and columns away. */
    int near(int zone, SplittableRandom random) {
        int row = clamp(zone / COLUMNS + random.nextInt(7) - 3, ZONES / COLUMNS);
        int column = clamp(zone % COLUMNS + random.nextInt(7) - 3, COLUMNS);
        int other = row * COLUMNS + column;
        return other == zone ? (zone + 1) % ZONES : other;
    }

    private static int clamp(int value, int size) {
        return Math.max(0, Math.min(size - 1, value));
    }
}

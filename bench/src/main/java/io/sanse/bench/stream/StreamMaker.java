package io.sanse.bench.stream;

import io.sanse.bench.stream.Stream.Entry;
import io.sanse.bench.stream.Stream.Place;
import java.util.SplittableRandom;

/**
 * Makes the stream: the same size always gives the same one. Vehicles make trips from zone to zone with a report each 30 s, cameras see them on the way, some carry
 * a manifest, stations tell a value a minute; 1 % of everything comes up to 10 min late.
 */
public final class StreamMaker {
    static final int STATIONS = 300;
    static final int STRANGERS_PER_VEHICLES = 7;
    static final String[] FEEDS = {"gps", "gate", "manifest", "air", "sanse-intake"};

    private static final int INTAKE = FEEDS.length - 1;
    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;
    private static final int LONGEST_DELAY = 10 * MINUTE;
    private static final int LEAST_LATENESS = MINUTE / 2;
    private static final int USUAL_DELAY = 3_000;
    private static final int PROGRESS_EACH = 10_000;
    private static final int PROGRESS_BEHIND = 4_000;
    private static final int TRIP_EACH_HOURS = 18;
    private static final int LONGEST_TRIP = 5 * HOUR / 2;
    private static final int PAUSE = 20 * MINUTE;
    private static final double LATE = 0.01;
    private static final int PUNCTUAL_DELAY = 2_000;

    private final City city;
    private final int end;
    private final boolean punctual;
    private final Stream stream = new Stream();
    private final SplittableRandom random = new SplittableRandom(20_260_305);
    private int manifests;

    private StreamMaker(City city, int hours, boolean punctual) {
        this.city = city;
        this.end = hours * HOUR;
        this.punctual = punctual;
    }

    /** @param hours of event time, at least 4 */
    public static Stream make(City city, int hours) {
        return new StreamMaker(city, hours, false).make(hours);
    }

    /** The same in the order in which it happens, for engines that sort nothing. */
    public static Stream punctual(City city, int hours) {
        return new StreamMaker(city, hours, true).make(hours);
    }

    private Stream make(int hours) {
        vehicles(Math.max(1, hours / TRIP_EACH_HOURS));
        strangers();
        stations();
        progress();
        return stream;
    }

    /** Adds an event with the delay that it happens to have. */
    void add(Entry entry) {
        if (entry.at() < end) {
            stream.add(entry, punctual ? PUNCTUAL_DELAY : delay());
        }
    }

    private int delay() {
        boolean late = random.nextDouble() < LATE;
        return late ? random.nextInt(LEAST_LATENESS, LONGEST_DELAY) : random.nextInt(500, USUAL_DELAY);
    }

    int end() {
        return end;
    }

    /** The number of a new manifest. */
    int manifest() {
        return manifests++;
    }

    private void vehicles(int trips) {
        int slot = end / trips;
        for (int vehicle = 0; vehicle < city.vehicles(); vehicle++) {
            Trip trip = new Trip(this, city, vehicle, random.split());
            int zone = random.nextInt(City.ZONES);
            int free = 0;
            for (int number = 0; number < trips; number++) {
                int begin = Math.max(free, number * slot + random.nextInt(Math.max(1, slot - LONGEST_TRIP)));
                free = trip.run(zone, begin) + PAUSE;
                zone = trip.zone();
            }
        }
    }

    /** Plates that nobody registered: only cameras know them. */
    private void strangers() {
        for (int i = 0; i < city.vehicles() / STRANGERS_PER_VEHICLES; i++) {
            for (int at = random.nextInt(HOUR); at < end; at += HOUR + random.nextInt(2 * HOUR)) {
                int zone = random.nextInt(City.ZONES);
                Place place = Place.of(city.longitude(zone), city.latitude(zone));
                add(new Entry(Sort.CAPTURE, at, city.vehicles() + i, place, 0, 0));
            }
        }
    }

    private void stations() {
        for (int station = 0; station < STATIONS; station++) {
            for (int at = random.nextInt(MINUTE); at < end; at += MINUTE) {
                add(new Entry(Sort.MINUTE, at, station, Place.NONE, 0, random.nextInt(20, 60)));
            }
            for (int hour = 0; hour + HOUR < end; hour += HOUR) {
                Entry entry = new Entry(Sort.HOUR, hour, station, Place.NONE, 0, random.nextInt(20, 60));
                stream.add(entry, HOUR + random.nextInt(MINUTE));
            }
        }
    }

    private void progress() {
        for (int at = PROGRESS_EACH; at < end + Stream.QUIET_MS; at += PROGRESS_EACH) {
            for (int feed = 0; feed < FEEDS.length; feed++) {
                int behind = feed == INTAKE ? 0 : PROGRESS_BEHIND;
                stream.add(new Entry(Sort.PROGRESS, at - behind, feed, Place.NONE, 0, PROGRESS_EACH), behind);
            }
        }
    }
}

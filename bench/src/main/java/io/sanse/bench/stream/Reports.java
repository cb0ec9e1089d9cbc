package io.sanse.bench.stream;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What vehicles report at a time: two of three drive about among the zones of the city, one stands. */
public final class Reports {
    private static final Source SOURCE = new Source("gps", "bench", "gps");
    private static final double SIDE = 0.5;
    private static final double STEP = 0.003;

    private final City city = new City(0);
    private final SplittableRandom random = new SplittableRandom(7);
    private final Subject[] vehicles;
    private final double[] longitudes;
    private final double[] latitudes;

    public Reports(int count) {
        vehicles = new Subject[count];
        longitudes = new double[count];
        latitudes = new double[count];
        for (int i = 0; i < count; i++) {
            vehicles[i] = Subject.vehicle(City.plate(i));
            longitudes[i] = city.longitude(0) + random.nextDouble() * SIDE;
            latitudes[i] = city.latitude(0) + random.nextDouble() * SIDE;
        }
    }

    public City city() {
        return city;
    }

    public Subject vehicle(int number) {
        return vehicles[number];
    }

    public int vehicles() {
        return vehicles.length;
    }

    /** Reports of up to 128 vehicles, made just before they are processed. */
    public List<Observation> frame(int first, Instant at) {
        List<Observation> frame = new ArrayList<>(Observations.FRAME);
        for (int i = first; i < Math.min(vehicles.length, first + Observations.FRAME); i++) {
            frame.add(report(i, at));
        }
        return frame;
    }

    /** What a vehicle reports. */
    public Observation report(int vehicle, Instant at) {
        boolean drives = vehicle % 3 > 0;
        if (drives) {
            longitudes[vehicle] += (random.nextDouble() - 0.5) * STEP;
            latitudes[vehicle] += (random.nextDouble() - 0.5) * STEP;
        }
        return new Observation(
                new UUID(random.nextLong(), random.nextLong()),
                SOURCE,
                vehicles[vehicle],
                List.of(),
                at,
                at,
                new GeoPoint(longitudes[vehicle], latitudes[vehicle]),
                new Position(drives ? 42.0 : 0.0, 90, 50, 1_234.5, null, drives, false, false));
    }
}

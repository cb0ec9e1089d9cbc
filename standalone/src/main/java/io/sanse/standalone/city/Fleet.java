package io.sanse.standalone.city;

import java.util.ArrayList;
import java.util.List;

/** The city's trucks and their positioning providers. */
public final class Fleet {
    public static final int SIZE = 1040;

    /** A small provider, so that an outage of it stays an outage of some. */
    public static final String OUTAGE_PROVIDER = "gps-d";

    private static final List<String> PROVIDERS =
            List.of("gps-a", "gps-b", "gps-a", "gps-c", "gps-b", "gps-a", "gps-c", "gps-a", "gps-b", OUTAGE_PROVIDER);

    private Fleet() {}

    static List<Truck> of(List<Place> depots) {
        List<Truck> trucks = new ArrayList<>(SIZE);
        for (int number = 0; number < SIZE; number++) {
            trucks.add(new Truck(
                    number,
                    "浙GX%04d".formatted(number + 1),
                    "1000001%04d".formatted(number),
                    "demo%05d".formatted(number),
                    PROVIDERS.get(number % PROVIDERS.size()),
                    depots.get(number % depots.size())));
        }
        return List.copyOf(trucks);
    }
}

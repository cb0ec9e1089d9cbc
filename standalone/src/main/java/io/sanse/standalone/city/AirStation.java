package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An air station.
 *
 * @param number from 0
 * @param mn HJ 212 MN, invented
 * @param password HJ 212 PW
 */
public record AirStation(int number, String mn, String password, Town town, GeoPoint location) {
    public static final String FEED = "air-net";
    public static final String PM25 = "a34004";
    public static final String PM10 = "a34002";

    private static final int PER_TOWN = 5;
    private static final int NEIGHBOURS = 4;
    private static final double CIRCLE_M = 1_500;

    /** Five stations around each town's centre. */
    static List<AirStation> all() {
        List<AirStation> stations = new ArrayList<>();
        for (Town town : Town.values()) {
            for (int i = 0; i < PER_TOWN; i++) {
                int number = stations.size();
                double angle = 2 * Math.PI * i / PER_TOWN + town.ordinal();
                GeoPoint location = Plane.moved(town.centre(), CIRCLE_M * Math.cos(angle), CIRCLE_M * Math.sin(angle));
                stations.add(new AirStation(
                        number,
                        "330784DE%016d".formatted(number + 1),
                        "%06d".formatted(212_000 + number),
                        town,
                        location));
            }
        }
        return List.copyOf(stations);
    }

    public Subject subject() {
        return Subject.station(mn);
    }

    LocalizedText name() {
        int inTown = number % PER_TOWN + 1;
        return new LocalizedText(town.label().zh() + "微站" + inTown, town.label().en() + " micro station " + inTown);
    }

    /** The nearest other stations. */
    public List<AirStation> neighbours(List<AirStation> all) {
        return all.stream()
                .filter(other -> other.number != number)
                .sorted(Comparator.comparingDouble(other -> Plane.distanceM(location, other.location)))
                .limit(NEIGHBOURS)
                .toList();
    }
}

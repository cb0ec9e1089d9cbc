package io.sanse.standalone.city;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import java.util.List;

/**
 * A firm, a zone or both.
 *
 * @param code enterprise code of a firm, else only part of the zone's code
 * @param access its middle and where it meets the roads
 * @param boundary ring of its zone
 */
public record Place(PlaceKind kind, String code, LocalizedText name, Access access, List<GeoPoint> boundary) {
    private static final int CORNERS = 8;

    private static final double WIDER = 1.5;

    /** A zone that lies around another place. */
    static Place around(PlaceKind kind, int number, Place other) {
        return at(kind, number, other.access(), other.kind().radiusM() * WIDER);
    }

    static Place at(PlaceKind kind, int number, Access access) {
        return at(kind, number, access, kind.radiusM());
    }

    private static Place at(PlaceKind kind, int number, Access access, double radiusM) {
        Town town = Town.of(access.gate());
        String code = "YK%s%03d".formatted(kind.letter(), number);
        LocalizedText name = new LocalizedText(
                "%s%s%02d".formatted(town.label().zh(), kind.zh(), number),
                "%s %s %02d".formatted(town.label().en(), kind.en(), number));
        return new Place(kind, code, name, access, ring(access.gate(), radiusM, number));
    }

    /** A ring whose corners lie at 86 to 100 % of the radius, so that no two look the same. */
    private static List<GeoPoint> ring(GeoPoint middle, double radiusM, int number) {
        GeoPoint[] ring = new GeoPoint[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            double radius = radiusM * (0.86 + 0.07 * ((number + i * i) % 3));
            ring[i] = Plane.moved(middle, radius * Math.cos(angle), radius * Math.sin(angle));
        }
        return List.of(ring);
    }

    public GeoPoint middle() {
        return access.gate();
    }

    /** Division code of the town that it lies in. */
    public String division() {
        return Town.of(middle()).code();
    }

    String zone() {
        return "Z-" + code;
    }
}

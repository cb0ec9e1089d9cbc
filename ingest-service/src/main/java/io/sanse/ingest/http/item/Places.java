package io.sanse.ingest.http.item;

import io.sanse.contract.GeoPoint;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.runtime.failure.Rejected;

/** Places: {@code longitude} and {@code latitude} in degrees. What is no place is {@code location-out-of-range}. */
final class Places {
    private Places() {}

    /** @return in WGS-84, or null when the member is absent */
    static GeoPoint readOrNull(Members parent, String name, Datum datum) {
        Members place = parent.objectOrNull(name);
        return place == null ? null : read(place, parent.path(name), datum);
    }

    static GeoPoint read(Members place, String path, Datum datum) {
        double longitude = place.number("longitude", -Double.MAX_VALUE, Double.MAX_VALUE);
        double latitude = place.number("latitude", -Double.MAX_VALUE, Double.MAX_VALUE);
        place.end();
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            throw new Rejected(
                    "location-out-of-range",
                    path + " longitude " + longitude + ", latitude " + latitude + " is no place");
        }
        if (longitude == 0 && latitude == 0) {
            throw new Rejected("location-out-of-range", path + " 0, 0 is what a receiver without a fix sends");
        }
        return datum.toWgs84(longitude, latitude);
    }
}

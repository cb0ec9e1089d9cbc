package io.sanse.contract;

/**
 * A place in WGS-84.
 *
 * @param longitude degrees east, −180 to 180
 * @param latitude degrees north, −90 to 90
 */
public record GeoPoint(double longitude, double latitude) {
    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** @throws IllegalArgumentException when a coordinate is outside its range or not a number */
    public GeoPoint {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude " + longitude + " is outside -180 to 180 degrees");
        }
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude " + latitude + " is outside -90 to 90 degrees");
        }
    }

    /** Great-circle distance in metres (haversine on the mean earth radius; error below 0.6 %). */
    public double distanceM(GeoPoint other) {
        double phi1 = Math.toRadians(latitude);
        double phi2 = Math.toRadians(other.latitude);
        double sinPhi = Math.sin((phi2 - phi1) / 2);
        double sinLambda = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double a = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
        return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}

package io.sanse.ingest.decode.mapping;

import io.sanse.contract.GeoPoint;

/** What a device's coordinates are in. */
public enum Datum {
    WGS84,
    /** The offset datum of Chinese maps; a few makers' terminals send it. */
    GCJ02;

    private static final double SEMI_MAJOR_AXIS_M = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
    private static final int ITERATIONS = 5;

    /**
     * The place in WGS-84. The way back from GCJ-02 has no closed form; five steps of fixed-point iteration leave less than a
     * millimetre.
     */
    public GeoPoint toWgs84(double longitude, double latitude) {
        if (this == WGS84) {
            return new GeoPoint(longitude, latitude);
        }
        double trueLongitude = longitude;
        double trueLatitude = latitude;
        for (int i = 0; i < ITERATIONS; i++) {
            double[] shift = shift(trueLongitude, trueLatitude);
            trueLongitude = longitude - shift[0];
            trueLatitude = latitude - shift[1];
        }
        return new GeoPoint(trueLongitude, trueLatitude);
    }

    /** By how many degrees of longitude and latitude GCJ-02 lies beside WGS-84 at a place given in WGS-84. */
    static double[] shift(double longitude, double latitude) {
        double x = longitude - 105;
        double y = latitude - 35;
        double phi = Math.toRadians(latitude);
        double sine = Math.sin(phi);
        double w = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double meridian = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / (w * Math.sqrt(w));
        double parallel = SEMI_MAJOR_AXIS_M / Math.sqrt(w) * Math.cos(phi);
        return new double[] {Math.toDegrees(eastShiftM(x, y) / parallel), Math.toDegrees(northShiftM(x, y) / meridian)};
    }

    private static double eastShiftM(double x, double y) {
        double polynomial = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        return polynomial + shared(x) + wave(20, x, 1) + wave(40, x, 3) + wave(150, x, 12) + wave(300, x, 30);
    }

    private static double northShiftM(double x, double y) {
        double polynomial = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        return polynomial + shared(x) + wave(20, y, 1) + wave(40, y, 3) + wave(160, y, 12) + wave(320, y, 30);
    }

    private static double shared(double x) {
        return (20 * Math.sin(6 * Math.PI * x) + 20 * Math.sin(2 * Math.PI * x)) * 2 / 3;
    }

    private static double wave(double amplitude, double degrees, double divisor) {
        return amplitude * Math.sin(degrees * Math.PI / divisor) * 2 / 3;
    }
}

package io.sanse.model.detect.track;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import java.util.Comparator;
import java.util.UUID;

/**
 * A position report, small: there are a hundred of each vehicle, and so even its id has no object of its own.
 *
 * @param idHigh first half of the observation's id
 * @param idLow second half of it
 * @param at event time, ms
 * @param receivedAt when the platform got it, ms
 * @param feed its provider
 * @param longitudeE7 1e-7 degrees, or {@link #NO_PLACE}
 * @param latitudeE7 1e-7 degrees, or {@link #NO_PLACE}
 * @param status everything else but the odometer, packed by {@link PositionBits}
 * @param mileage odometer, 0.1 km, or −1
 */
public record Fix(
        @JsonIgnore long idHigh,
        @JsonIgnore long idLow,
        long at,
        long receivedAt,
        String feed,
        int longitudeE7,
        int latitudeE7,
        long status,
        int mileage) {
    /** The order of the fold: by event time, then by id. */
    public static final Comparator<Fix> ORDER =
            Comparator.comparingLong(Fix::at).thenComparingLong(Fix::idHigh).thenComparingLong(Fix::idLow);

    static final int NO_PLACE = Integer.MIN_VALUE;

    private static final double DEGREE = 1e7;
    private static final double METRES_PER_UNIT = 111_195.08 / DEGREE;

    /** @param observation a position report */
    public static Fix of(Observation observation) {
        Position position = (Position) observation.payload();
        GeoPoint place = observation.location();
        return new Fix(
                observation.id().getMostSignificantBits(),
                observation.id().getLeastSignificantBits(),
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                place == null ? NO_PLACE : (int) Math.round(place.longitude() * DEGREE),
                place == null ? NO_PLACE : (int) Math.round(place.latitude() * DEGREE),
                PositionBits.pack(position),
                PositionBits.mileage(position));
    }

    /** As it is stored. */
    @JsonCreator
    static Fix of(
            @JsonProperty("id") UUID id,
            @JsonProperty("at") long at,
            @JsonProperty("receivedAt") long receivedAt,
            @JsonProperty("feed") String feed,
            @JsonProperty("longitudeE7") int longitudeE7,
            @JsonProperty("latitudeE7") int latitudeE7,
            @JsonProperty("status") long status,
            @JsonProperty("mileage") int mileage) {
        return new Fix(
                id.getMostSignificantBits(),
                id.getLeastSignificantBits(),
                at,
                receivedAt,
                feed,
                longitudeE7,
                latitudeE7,
                status,
                mileage);
    }

    /** Of the observation. */
    @JsonProperty
    public UUID id() {
        return new UUID(idHigh, idLow);
    }

    /** Whether it has a place: without a fix the report only proves that the terminal is alive. */
    public boolean placed() {
        return latitudeE7 != NO_PLACE;
    }

    public double longitude() {
        return longitudeE7 / DEGREE;
    }

    public double latitude() {
        return latitudeE7 / DEGREE;
    }

    /** Where, or null. */
    public GeoPoint location() {
        return placed() ? new GeoPoint(longitude(), latitude()) : null;
    }

    /** The report as it was. */
    public Position position() {
        return PositionBits.unpack(status, mileage);
    }

    /** How full the vehicle was, or null. */
    public LoadState load() {
        return PositionBits.load(status);
    }

    /** Whether the terminal reported that its main power was cut. */
    public boolean powerCut() {
        return PositionBits.powerCut(status);
    }

    boolean isBefore(Fix other) {
        return at != other.at ? at < other.at : ORDER.compare(this, other) < 0;
    }

    /** Whether another fix is no farther than this, in a plane, m. What is near even on the equator, where a degree of longitude is longest, needs no cosine. */
    boolean isWithin(double metres, Fix other) {
        double north = (latitudeE7 - (double) other.latitudeE7) * METRES_PER_UNIT;
        double east = (longitudeE7 - (double) other.longitudeE7) * METRES_PER_UNIT;
        double square = metres * metres;
        if (north * north + east * east <= square) {
            return true;
        }
        east *= Math.cos(Math.toRadians((latitude() + other.latitude()) / 2));
        return north * north + east * east <= square;
    }
}

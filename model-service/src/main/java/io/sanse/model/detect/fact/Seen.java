package io.sanse.model.detect.fact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.model.detect.track.Fix;
import java.util.Comparator;
import java.util.UUID;

/**
 * A vehicle that was somewhere, by its own report or by a camera's picture.
 *
 * @param plate which vehicle
 * @param fix its report, or null
 * @param pass the picture, or null
 */
public record Seen(String plate, Fix fix, Pass pass) {
    /** By event time, then by id. */
    public static final Comparator<Seen> ORDER =
            Comparator.comparingLong(Seen::at).thenComparing(Seen::id);

    /** Who is faster stands for no model of the library. */
    private static final double STANDING_KMH = 10;

    /** Who is faster stands for no model at all. */
    public static final double PASSING_KMH = 30;

    private static final double SQUARES_A_DEGREE = 200;

    /** Those that show the vehicle standing, each kind by event time, then by id. */
    static final Comparator<Seen> STANDING_FIRST =
            Comparator.comparing((Seen one) -> one.isFasterThan(STANDING_KMH)).thenComparing(ORDER);

    /** What a copy tells that names a vehicle beside the one under whose key it travels; or null. */
    static Seen of(Observation observation) {
        if (observation.payload() instanceof Capture capture) {
            return new Seen(capture.plate(), null, Pass.of(observation));
        }
        if (!(observation.payload() instanceof Position)) {
            return null;
        }
        return observation.mentions().stream()
                .filter(named -> named.type() == SubjectType.VEHICLE)
                .map(Subject::id)
                .findFirst()
                .map(plate -> new Seen(plate, Fix.of(observation), null))
                .orElse(null);
    }

    /** The square of some 500 m in which it was; only of what has a place. */
    String square() {
        return Math.floor(location().longitude() * SQUARES_A_DEGREE) + " "
                + Math.floor(location().latitude() * SQUARES_A_DEGREE);
    }

    boolean isPicture() {
        return pass != null;
    }

    /** Whether a model may take the vehicle as standing. */
    boolean mayStand() {
        return !isFasterThan(PASSING_KMH);
    }

    private boolean isFasterThan(double kmh) {
        Double speed = fix == null ? null : fix.position().speedKmh();
        return speed != null && speed > kmh;
    }

    UUID id() {
        return fix == null ? pass.id() : fix.id();
    }

    /** Event time, ms. */
    public long at() {
        return fix == null ? pass.at() : fix.at();
    }

    /** When the platform got it, ms. */
    public long receivedAt() {
        return fix == null ? pass.receivedAt() : fix.receivedAt();
    }

    public String feed() {
        return fix == null ? pass.feed() : fix.feed();
    }

    /** Where, or null. */
    public GeoPoint location() {
        return fix == null ? pass.location() : fix.location();
    }
}

package io.sanse.model.detect.fact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Observation;
import java.util.Comparator;
import java.util.UUID;

/**
 * A vehicle that a camera has seen (过车).
 *
 * @param id of the observation
 * @param at event time, ms
 * @param receivedAt when the platform got it, ms
 * @param feed from where
 * @param site code of the site that the camera watches, or null
 * @param location of the camera, or null
 * @param capture what it saw
 */
public record Pass(UUID id, long at, long receivedAt, String feed, String site, GeoPoint location, Capture capture) {
    /** By event time, then by id. */
    public static final Comparator<Pass> ORDER =
            Comparator.comparingLong(Pass::at).thenComparing(Pass::id);

    /** @param observation a capture */
    static Pass of(Observation observation) {
        return new Pass(
                observation.id(),
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                site(observation),
                observation.location(),
                (Capture) observation.payload());
    }

    /** The site under whose key the observation travels, or which it mentions; or null. */
    private static String site(Observation observation) {
        if (observation.subject().type() == SubjectType.SITE) {
            return observation.subject().id();
        }
        for (Subject mention : observation.mentions()) {
            if (mention.type() == SubjectType.SITE) {
                return mention.id();
            }
        }
        return null;
    }

    public String plate() {
        return capture.plate();
    }

    public String camera() {
        return capture.camera();
    }

    public boolean entering() {
        return "in".equals(capture.direction());
    }

    public boolean leaving() {
        return "out".equals(capture.direction());
    }
}

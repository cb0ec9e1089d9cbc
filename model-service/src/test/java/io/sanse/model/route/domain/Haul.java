package io.sanse.model.route.domain;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A vehicle that takes waste from F1 to R1, ten kilometres to the east; places in metres east and north of F1. */
public final class Haul {
    private static final double METRES_PER_DEGREE = 111_195.08;
    private static final GeoPoint ORIGIN = new GeoPoint(120, 28.9);
    private static final double SCALE = Math.cos(Math.toRadians(ORIGIN.latitude())) * METRES_PER_DEGREE;

    private final String plate;
    private final Instant start;
    private final List<Observation> seen = new ArrayList<>();

    /** @param start second 0 of the haul */
    public Haul(String plate, Instant start) {
        this.plate = plate;
        this.start = start;
    }

    /** F1 with its works, R1 with its plant, a pit 3 km north of the middle of the way. */
    public static List<RegistryEntry> registry() {
        LocalizedText name = new LocalizedText("某", "some");
        return List.of(
                entry("F1", new Details.Enterprise(name, Set.of("generator"), null, "330784", at(0, 0), null)),
                entry("R1", new Details.Enterprise(name, Set.of("receiver"), null, "330784", at(10_000, 0), null)),
                entry("works", zone(name, "enterprise", "F1", 0, 0)),
                entry("plant", zone(name, "receiver", "R1", 10_000, 0)),
                entry("pit", zone(name, "pit", null, 5_000, 3_000)));
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Instant.EPOCH, details);
    }

    private static Details.Zone zone(LocalizedText name, String type, String firm, double east, double north) {
        List<GeoPoint> boundary = List.of(
                at(east - 100, north - 100),
                at(east + 100, north - 100),
                at(east + 100, north + 100),
                at(east - 100, north + 100));
        return new Details.Zone(name, type, false, firm, "330784", boundary);
    }

    static GeoPoint at(double east, double north) {
        return new GeoPoint(ORIGIN.longitude() + east / SCALE, ORIGIN.latitude() + north / METRES_PER_DEGREE);
    }

    /** Everything told so far. */
    public List<Observation> seen() {
        return seen;
    }

    public Haul report(int second, double east, double north) {
        return add(second, at(east, north), new Position(0.0, 0, null, null, null, true, false, false));
    }

    /** Reports each minute along straight ways: pairs of east and north. */
    public Haul drive(int second, int minutes, double... places) {
        int legs = places.length / 2 - 1;
        for (int minute = 0; minute <= minutes; minute++) {
            double way = (double) minute / minutes * legs;
            int leg = Math.min((int) way, legs - 1);
            double share = way - leg;
            report(
                    second + 60 * minute,
                    places[2 * leg] + share * (places[2 * leg + 2] - places[2 * leg]),
                    places[2 * leg + 1] + share * (places[2 * leg + 3] - places[2 * leg + 1]));
        }
        return this;
    }

    /** A whole trip of an hour over some places. */
    public Haul trip(String number, int second, double... places) {
        return step(number, Step.PICKED_UP, second)
                .drive(second, 60, places)
                .step(number, Step.RECEIVED, second + 3_660);
    }

    public Haul step(String number, Step step, int second) {
        return add(
                second,
                null,
                new ManifestStep(number, step, "F1", null, "R1", plate, null, null, null, null, null, null));
    }

    private Haul add(int second, GeoPoint place, Payload payload) {
        Instant at = start.plusSeconds(second);
        boolean paper = payload instanceof ManifestStep;
        seen.add(new Observation(
                ObservationId.of(Kind.of(payload), plate, at, place + payload.toString()),
                new Source(paper ? "manifests" : "gps", "test", plate),
                Subject.vehicle(plate),
                paper ? List.of(Subject.enterprise("F1"), Subject.enterprise("R1")) : List.of(),
                at,
                at,
                place,
                payload));
        return this;
    }
}

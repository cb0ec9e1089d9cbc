package io.sanse.model.engine;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A works and a pit, and trucks that go from one to the other. */
public final class StopNight {
    public static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    public static final RegistryEntry WORKS = zone("works", "enterprise", 120.0);
    public static final RegistryEntry PIT = zone("pit", "pit", 120.1);

    private static final double LATITUDE = 28.9;
    private static final double HALF = 0.002;
    private static final String FEED = "gps";

    private StopNight() {}

    private static RegistryEntry zone(String id, String type, double longitude) {
        return new RegistryEntry(
                id,
                1,
                START,
                new Details.Zone(
                        new LocalizedText(id + "区", id),
                        type,
                        false,
                        null,
                        "330784",
                        List.of(
                                new GeoPoint(longitude - HALF, LATITUDE - HALF),
                                new GeoPoint(longitude + HALF, LATITUDE - HALF),
                                new GeoPoint(longitude + HALF, LATITUDE + HALF),
                                new GeoPoint(longitude - HALF, LATITUDE + HALF))));
    }

    /** A truck's reports, one a minute: 5 min at the works, the way, 25 min in the pit, 3 min elsewhere. */
    public static List<Observation> reports(Subject truck) {
        return reports(truck, START);
    }

    /** The same at another time. */
    static List<Observation> reports(Subject truck, Instant start) {
        List<Observation> reports = new ArrayList<>();
        for (int minute = 0; minute < 45; minute++) {
            double longitude = minute < 5 ? 120.0 : minute < 15 ? 120.05 : minute < 41 ? 120.1 : 120.15;
            reports.add(make(
                    truck,
                    start.plusSeconds(60L * minute),
                    new GeoPoint(longitude, LATITUDE),
                    new Position(0.0, 0, null, null, null, true, false, false)));
        }
        return reports;
    }

    static Observation filed(String number, Instant at) {
        return step(number, at, ManifestStep.Step.FILED, null);
    }

    /** Less than was sent. */
    static Observation received(String number, Instant at) {
        return step(number, at, ManifestStep.Step.RECEIVED, 4.0);
    }

    private static Observation step(String number, Instant at, ManifestStep.Step step, Double received) {
        return make(
                Subject.manifest(number),
                at,
                null,
                new ManifestStep(number, step, "F1", null, "R1", "浙GA1", null, null, 8.0, received, null, null));
    }

    static Observation progress(Instant at) {
        return make(Subject.feed(FEED), at, null, new Progress(at));
    }

    /** Ingest-service has listened for a while. */
    static Observation listened(Instant since, Instant until) {
        return make(Subject.feed(Progress.INTAKE), until, null, new Progress(since));
    }

    private static Observation make(Subject subject, Instant at, GeoPoint place, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), subject.toString(), at, payload.toString()),
                new Source(FEED, "test", subject.id()),
                subject,
                List.of(),
                at,
                at,
                place,
                payload);
    }
}

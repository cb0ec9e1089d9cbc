package io.sanse.model.detect.oracle;

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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Observations of one subject at whole seconds of a feed, no two at the same. Places in metres east and north of a point. */
final class RandomFeed {
    static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    static final long START_S = START.getEpochSecond();
    static final String NAME = "feed";

    private static final double METRES_PER_DEGREE = 111_195.08;
    private static final LocalizedText SOME = new LocalizedText("某", "some");

    private final Subject subject;
    private final List<Observation> all = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    final Random random;

    RandomFeed(Subject subject, long seed) {
        this.subject = subject;
        this.random = new Random(seed);
    }

    List<Observation> all() {
        return all;
    }

    /** By time. */
    List<Observation> sorted(Class<? extends Payload> payload) {
        return all.stream()
                .filter(one -> payload.isInstance(one.payload()))
                .sorted(Comparator.comparing(Observation::observedAt))
                .toList();
    }

    /** Event time, s. */
    static long at(Observation observation) {
        return observation.observedAt().getEpochSecond();
    }

    /** @return at the second, or at the next one at which nothing else is */
    int tell(int second, GeoPoint place, List<Subject> mentions, Payload payload) {
        int free = second;
        while (!taken.add(free)) {
            free++;
        }
        Instant at = START.plusSeconds(free);
        all.add(new Observation(
                ObservationId.of(Kind.of(payload), NAME, at, payload.toString()),
                new Source(NAME, "test", NAME),
                subject,
                mentions,
                at,
                at,
                place,
                payload));
        return free;
    }

    void report(int second, GeoPoint place) {
        tell(second, place, List.of(), new Position(0.0, 0, null, null, null, true, false, false));
    }

    void step(String number, Step step, int second) {
        tell(
                second,
                null,
                List.of(),
                new ManifestStep(number, step, "F1", null, "R1", subject.id(), null, null, null, null, null, null));
    }

    /** When each manifest that was filed or picked up was open: from, until behind it, s. */
    List<long[]> open() {
        List<long[]> spans = new ArrayList<>();
        for (Observation one : sorted(ManifestStep.class)) {
            ManifestStep step = (ManifestStep) one.payload();
            if (step.step() == Step.PICKED_UP) {
                long until = sorted(ManifestStep.class).stream()
                        .filter(other ->
                                ((ManifestStep) other.payload()).number().equals(step.number()))
                        .filter(other -> ((ManifestStep) other.payload()).step() != Step.PICKED_UP)
                        .mapToLong(RandomFeed::at)
                        .min()
                        .orElse(Long.MAX_VALUE);
                spans.add(new long[] {at(one), until});
            }
        }
        return spans;
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    static GeoPoint place(double east, double north) {
        double scale = Math.cos(Math.toRadians(28.905)) * METRES_PER_DEGREE;
        return new GeoPoint(120.005 + east / scale, 28.905 + north / METRES_PER_DEGREE);
    }

    /** West, south, east, north of a square. */
    static double[] box(double east, double north, double half) {
        GeoPoint low = place(east - half, north - half);
        GeoPoint high = place(east + half, north + half);
        return new double[] {low.longitude(), low.latitude(), high.longitude(), high.latitude()};
    }

    static RegistryEntry zone(String id, String type, String firm, double[] box) {
        List<GeoPoint> boundary = List.of(
                new GeoPoint(box[0], box[1]),
                new GeoPoint(box[2], box[1]),
                new GeoPoint(box[2], box[3]),
                new GeoPoint(box[0], box[3]));
        return entry(id, new Details.Zone(SOME, type, false, firm, "330784", boundary));
    }

    static RegistryEntry firm(String id, String role, GeoPoint gate) {
        return entry(id, new Details.Enterprise(SOME, Set.of(role), null, "330784", gate, null));
    }

    static RegistryEntry camera(String id, String site, GeoPoint place) {
        return entry(id, new Details.Camera(SOME, "330784", place, site));
    }

    static RegistryEntry truck(String plate, String carrier) {
        return entry(plate, new Details.Vehicle("yellow", "dump-truck", carrier, null, null, null, NAME));
    }

    static RegistryEntry route(List<GeoPoint> path) {
        return entry("usual", new Details.Route(SOME, "F1", "R1", "330784", path));
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Instant.EPOCH, details);
    }
}

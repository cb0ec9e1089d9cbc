package io.sanse.model.detect.exact;

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
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A truck's random night: it stays and drives, its terminal is silent, jumps, loses power, its provider fails, manifests come and go. All times are whole seconds, on the
 * clock of the night's beginning.
 */
final class RandomNight {
    static final Subject TRUCK = Subject.vehicle("浙GR0001");
    static final String FEED = "gps";
    static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    static final int LENGTH_S = 12 * 3_600;

    private static final List<String> TYPES = List.of("enterprise", "construction", "pit", "pit", "woodland", "road");
    private static final double SIDE = 0.002;

    private final Random random;
    private final List<Observation> reports = new ArrayList<>();
    private final List<Observation> steps = new ArrayList<>();
    private int outageFrom = Integer.MAX_VALUE;
    private int outageUntil = Integer.MAX_VALUE;

    RandomNight(long seed) {
        random = new Random(seed);
        if (random.nextBoolean()) {
            outageFrom = 3_600 + random.nextInt(6 * 3_600);
            outageUntil = outageFrom + 900 + random.nextInt(3_600);
        }
        drive();
        manifests();
    }

    List<Observation> reports() {
        return reports;
    }

    List<Observation> steps() {
        return steps;
    }

    /** The feed's progress, once a minute while it is up, and well beyond the night's end. */
    List<Observation> progress() {
        List<Observation> progress = new ArrayList<>();
        for (int at = 0; at <= LENGTH_S + 7_200; at += 60) {
            if (at <= outageFrom || at >= outageUntil) {
                progress.add(make(Subject.feed(FEED), at, null, new Progress(START.plusSeconds(at))));
            }
        }
        return progress;
    }

    static List<RegistryEntry> registry() {
        List<RegistryEntry> entries = new ArrayList<>();
        for (int zone = 0; zone < TYPES.size() - 1; zone++) {
            double west = longitude(zone) - SIDE / 2;
            double south = 28.9 - SIDE / 2;
            List<GeoPoint> boundary = List.of(
                    new GeoPoint(west, south),
                    new GeoPoint(west + SIDE, south),
                    new GeoPoint(west + SIDE, south + SIDE),
                    new GeoPoint(west, south + SIDE));
            entries.add(new RegistryEntry(
                    "Z" + zone,
                    1,
                    Instant.EPOCH,
                    new Details.Zone(
                            new LocalizedText("区", "zone"), TYPES.get(zone), zone == 3, null, "330784", boundary)));
        }
        return entries;
    }

    private static double longitude(int zone) {
        return 120 + 0.02 * zone;
    }

    private void drive() {
        int at = random.nextInt(60);
        int place = random.nextInt(TYPES.size());
        while (at < LENGTH_S) {
            int until = at + (random.nextInt(4) == 0 ? 60 + random.nextInt(300) : 600 + random.nextInt(2_400));
            int pace = random.nextInt(5) == 0 ? 240 : 30;
            at = stay(at, Math.min(until, LENGTH_S), place, pace);
            int next = random.nextInt(TYPES.size());
            at += 60 * Math.max(1, Math.abs(next - place)) + random.nextInt(300);
            place = next;
        }
    }

    private int stay(int from, int until, int place, int pace) {
        int at = from;
        while (at < until) {
            boolean fails = at > outageFrom && at < outageUntil && random.nextInt(3) > 0;
            if (!fails) {
                report(at, random.nextInt(40) == 0 ? random.nextInt(TYPES.size()) : place);
            }
            at += pace;
            at += random.nextInt(60) == 0 ? 400 + random.nextInt(2_400) : 0;
        }
        return at;
    }

    private void report(int at, int place) {
        GeoPoint location = random.nextInt(50) == 0 ? null : near(place);
        boolean powerCut = random.nextInt(60) == 0;
        reports.add(make(TRUCK, at, location, new Position(0.0, 0, null, null, null, true, powerCut, false)));
    }

    private GeoPoint near(int place) {
        double spread = random.nextInt(10) == 0 ? SIDE * 1.2 : SIDE * 0.4;
        return new GeoPoint(
                longitude(place) + (random.nextDouble() - 0.5) * spread * 2,
                28.9 + (random.nextDouble() - 0.5) * spread * 2);
    }

    private void manifests() {
        for (int number = 0; number < 3; number++) {
            int at = random.nextInt(LENGTH_S);
            step("M" + number, at, Step.FILED);
            if (random.nextBoolean()) {
                step("M" + number, at + 600 + random.nextInt(3_600), Step.PICKED_UP);
            }
            if (random.nextInt(3) > 0) {
                step("M" + number, at + 4_200 + random.nextInt(7_200), Step.RECEIVED);
            }
        }
    }

    private void step(String number, int at, Step step) {
        steps.add(make(
                TRUCK,
                at,
                null,
                new ManifestStep(number, step, null, null, null, TRUCK.id(), null, null, null, null, null, null)));
    }

    private static Observation make(Subject subject, int at, GeoPoint location, Payload payload) {
        Instant instant = START.plusSeconds(at);
        return new Observation(
                ObservationId.of(Kind.of(payload), FEED, instant, location + payload.toString()),
                new Source(FEED, "test", FEED),
                subject,
                List.of(),
                instant,
                instant,
                location,
                payload);
    }

    /** In order of their times. */
    static List<Observation> sorted(List<Observation> observations) {
        return observations.stream()
                .sorted(Comparator.comparing(Observation::observedAt).thenComparing(Observation::id))
                .toList();
    }
}

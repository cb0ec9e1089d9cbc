package io.sanse.model.engine;

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
 * A night of trucks between works and pits, with manifests: some reports are late by up to three hours, some trucks send nothing for a while and then all of it, some reports come twice, those of one moment in any order, and the clocks
 * of the two nodes that receive them differ by two seconds.
 */
public final class DisturbedCity {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    private static final String FEED = "gps";
    private static final List<String> TYPES = List.of("enterprise", "pit", "construction", "pit", "woodland", "road");
    private static final double HALF = 0.002;
    private static final int FRAME = 17;
    private static final int DARK_FROM = 30;
    private static final int DARK_UNTIL = 60;

    private final int minutes;
    private final Random random;
    private final List<Observation> arrivals = new ArrayList<>();

    /**
     * Makes the whole night.
     *
     * @param minutes how long it is
     * @param seed of everything random
     */
    public DisturbedCity(int trucks, int minutes, long seed) {
        this.minutes = minutes;
        random = new Random(seed);
        for (int truck = 0; truck < trucks; truck++) {
            drive(Subject.vehicle("浙GB" + truck));
            manifest("M" + truck, Subject.vehicle("浙GB" + truck));
        }
        arrivals.replaceAll(DisturbedCity::stored);
        arrivals.sort(Comparator.comparing(observation -> minute(observation.receivedAt())));
    }

    /** Every fifth truck is out of coverage for half an hour and sends what it has stored when everybody has wondered where it was. */
    private static Observation stored(Observation report) {
        int at = minute(report.observedAt());
        boolean dark = report.payload() instanceof Position
                && report.subject().id().matches(".*[05]")
                && at >= DARK_FROM
                && at < DARK_UNTIL;
        Instant receivedAt = START.plusSeconds(60L * (DARK_UNTIL + 15));
        return dark
                ? make(report.subject(), report.observedAt(), receivedAt, report.location(), report.payload())
                : report;
    }

    /** Where they go. */
    public static RegistryEntry[] registry() {
        RegistryEntry[] zones = new RegistryEntry[TYPES.size() - 1];
        for (int zone = 0; zone < zones.length; zone++) {
            double west = longitude(zone) - HALF;
            List<GeoPoint> boundary = List.of(
                    new GeoPoint(west, 28.9 - HALF),
                    new GeoPoint(west + 2 * HALF, 28.9 - HALF),
                    new GeoPoint(west + 2 * HALF, 28.9 + HALF),
                    new GeoPoint(west, 28.9 + HALF));
            LocalizedText name = new LocalizedText("区" + zone, "zone " + zone);
            zones[zone] = new RegistryEntry(
                    "Z" + zone, 1, START, new Details.Zone(name, TYPES.get(zone), zone == 3, null, "330784", boundary));
        }
        return zones;
    }

    /** What arrives in a minute, frame by frame. */
    public List<List<Observation>> minute(int minute) {
        List<List<Observation>> frames = new ArrayList<>();
        List<Observation> reports = arrivals.stream()
                .filter(observation -> minute(observation.receivedAt()) == minute)
                .toList();
        for (int first = 0; first < reports.size(); first += FRAME) {
            frames.add(reports.subList(first, Math.min(reports.size(), first + FRAME)));
        }
        return frames;
    }

    /** The feeds' progress up to a minute. */
    public static List<Observation> progress(int minute) {
        Instant until = START.plusSeconds(60L * minute);
        return List.of(
                make(Subject.feed(Progress.INTAKE), until, until, null, new Progress(until.minusSeconds(60))),
                make(Subject.feed(FEED), until, until, null, new Progress(until.minusSeconds(60))));
    }

    private static int minute(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond() - START.getEpochSecond(), 60L);
    }

    private static double longitude(int zone) {
        return 120 + 0.02 * zone;
    }

    private void drive(Subject truck) {
        int at = random.nextInt(60);
        while (at < 60 * (minutes - 30)) {
            int place = random.nextInt(TYPES.size());
            int until = at + 600 + random.nextInt(2_400);
            while (at < until) {
                report(truck, at, place);
                at += 60;
            }
            at += random.nextInt(8) == 0 ? 1_200 + random.nextInt(2_400) : 240;
        }
    }

    private void report(Subject truck, int at, int place) {
        GeoPoint near = new GeoPoint(
                longitude(place) + (random.nextDouble() - 0.5) * HALF, 28.9 + (random.nextDouble() - 0.5) * HALF);
        boolean powerCut = random.nextInt(80) == 0;
        arrive(truck, at, near, new Position(0.0, 0, null, null, null, true, powerCut, false));
    }

    private void manifest(String number, Subject truck) {
        int at = random.nextInt(30 * minutes);
        step(number, truck, at, Step.FILED);
        step(number, truck, at + 1_200, Step.PICKED_UP);
        if (random.nextInt(3) > 0) {
            step(number, truck, at + 4_200 + random.nextInt(7_200), Step.RECEIVED);
        }
    }

    private void step(String number, Subject truck, int at, Step step) {
        Double received = step == Step.RECEIVED ? (Double) (4.0 + random.nextInt(5)) : null;
        ManifestStep payload =
                new ManifestStep(number, step, "F1", null, "R1", truck.id(), null, null, 8.0, received, null, null);
        arrive(truck, at, null, payload);
        arrive(Subject.manifest(number), at, null, payload);
    }

    /** In time, late, or twice. */
    private void arrive(Subject subject, int at, GeoPoint place, Payload payload) {
        Instant observedAt = START.plusSeconds(at);
        int delay = random.nextInt(10) == 0 ? random.nextInt(3 * 3_600) : random.nextInt(20);
        for (int copy = random.nextInt(12) == 0 ? 2 : 1; copy > 0; copy--) {
            Instant receivedAt = observedAt.plusSeconds(delay + 2L * random.nextInt(2) + 600L * (copy - 1));
            arrivals.add(make(subject, observedAt, receivedAt, place, payload));
        }
    }

    private static Observation make(
            Subject subject, Instant observedAt, Instant receivedAt, GeoPoint place, Payload payload) {
        return new Observation(
                ObservationId.of(Kind.of(payload), subject.toString(), observedAt, payload.toString()),
                new Source(FEED, "test", subject.id()),
                subject,
                List.of(),
                observedAt,
                receivedAt,
                place,
                payload);
    }
}

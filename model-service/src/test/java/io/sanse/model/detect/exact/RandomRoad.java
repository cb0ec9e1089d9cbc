package io.sanse.model.detect.exact;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Capture;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.ManifestStep;
import io.sanse.contract.observation.ManifestStep.Step;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Payload;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.contract.observation.Weighing;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A day and a half of a truck among zones of all kinds that overlap in places: its terminal, cameras at gates and on roads, scales and manifests tell of it, some of them of another truck with its plate. */
final class RandomRoad {
    private static final Instant START = Instant.parse("2026-03-05T04:00:00Z");
    private static final int LENGTH_S = 36 * 3_600;
    private static final String FEED = "road";
    private static final LocalizedText SOME = new LocalizedText("某", "some");
    private static final List<String> TYPES = List.of(
            "enterprise",
            "pit",
            "control-circle",
            "mine",
            "receiver",
            "fuel",
            "restricted",
            "woodland",
            "depot",
            "protected");
    /** They reach their neighbours. */
    private static final Set<String> WIDE = Set.of("control-circle", "depot", "enterprise");

    private static final List<LoadState> LOADS = List.of(LoadState.FULL, LoadState.EMPTY, LoadState.HALF);
    private static final double SIDE = 0.004;
    private static final double PITCH = 0.012;

    private final Random random;
    private final Subject truck;
    private final List<Observation> all = new ArrayList<>();

    RandomRoad(long seed) {
        random = new Random(seed);
        truck = Subject.vehicle(random.nextInt(3) > 0 ? "浙GR0001" : "浙GX0009");
        drive();
        papers();
        for (int at = 0; at < LENGTH_S + 8 * 3_600; at += 120) {
            tell(Subject.feed(FEED), at, null, List.of(), new Progress(START.plusSeconds(at - 120)));
            tell(Subject.feed(Progress.INTAKE), at, null, List.of(), new Progress(START.plusSeconds(at - 120)));
        }
        all.sort(Comparator.comparing(Observation::observedAt));
    }

    static List<RegistryEntry> registry() {
        return registry(0);
    }

    /** @param turn by so many places the types of zones have moved on */
    static List<RegistryEntry> registry(int turn) {
        List<RegistryEntry> entries = new ArrayList<>();
        for (int zone = 0; zone < TYPES.size(); zone++) {
            String type = TYPES.get((zone + turn) % TYPES.size());
            double half = WIDE.contains(type) ? PITCH : SIDE / 2;
            String firm = zone == 0 ? "F1" : zone == 4 ? "R1" : null;
            List<GeoPoint> boundary = List.of(
                    new GeoPoint(longitude(zone) - half, 28.9 - half),
                    new GeoPoint(longitude(zone) + half, 28.9 - half),
                    new GeoPoint(longitude(zone) + half, 28.9 + half),
                    new GeoPoint(longitude(zone) - half, 28.9 + half));
            entries.add(entry("Z" + zone, new Details.Zone(SOME, type, zone == 7, firm, "330784", boundary)));
            entries.add(entry("C" + zone, new Details.Camera(SOME, "330784", place(zone), "Z" + zone)));
        }
        entries.add(entry("F1", new Details.Enterprise(SOME, Set.of("generator"), null, "330784", place(0), null)));
        entries.add(entry("R1", new Details.Enterprise(SOME, Set.of("receiver"), null, "330784", place(4), null)));
        entries.add(entry("浙GR0001", new Details.Vehicle("yellow", "dump-truck", "F1", null, null, null, FEED)));
        entries.add(entry("P1", new Details.Person(List.of(), Set.of("浙GR0001"), Set.of(), true)));
        return entries;
    }

    private static RegistryEntry entry(String id, Details details) {
        return new RegistryEntry(id, 1, Instant.EPOCH, details);
    }

    private static double longitude(int zone) {
        return 120 + PITCH * zone;
    }

    private static GeoPoint place(int zone) {
        return new GeoPoint(longitude(zone), 28.9);
    }

    private void drive() {
        int zone = random.nextInt(TYPES.size());
        int at = random.nextInt(600);
        while (at < LENGTH_S) {
            LoadState load = random.nextBoolean() ? null : LOADS.get(random.nextInt(LOADS.size()));
            pass(at, zone, "in", load);
            int until = at + 120 + random.nextInt(random.nextInt(8) == 0 ? 5 * 3_600 : 2_400);
            for (; at < until; at += random.nextInt(150) == 0 ? 1_000 : 60) {
                report(at, random.nextInt(60) == 0 ? random.nextInt(TYPES.size()) : zone, load);
            }
            LoadState after = random.nextInt(3) == 0 ? LOADS.get(random.nextInt(LOADS.size())) : load;
            pass(at, zone, "out", after);
            report(at + 30, zone + 0.4, after);
            at += 60 + random.nextInt(400);
            zone = random.nextInt(TYPES.size());
        }
    }

    private void report(int at, double zone, LoadState load) {
        GeoPoint place = new GeoPoint(
                120 + PITCH * zone + (random.nextDouble() - 0.5) * SIDE, 28.9 + (random.nextDouble() - 0.5) * SIDE);
        tell(truck, at, place, List.of(), new Position(0.0, 0, null, null, load, true, false, false));
    }

    /** Not each of them is seen, some by a camera on the road, some of another truck elsewhere, of another colour or class. */
    private void pass(int at, int zone, String direction, LoadState load) {
        if (random.nextInt(3) == 0) {
            return;
        }
        int seenAt = random.nextInt(12) == 0 ? random.nextInt(TYPES.size()) : zone;
        boolean gate = random.nextInt(3) > 0;
        Capture capture = new Capture(
                "C" + seenAt,
                truck.id(),
                random.nextInt(30) == 0 ? "blue" : "yellow",
                random.nextInt(30) == 0 ? "van" : "dump-truck",
                gate ? direction : null,
                load,
                random.nextInt(10) == 0 ? 0.5 : 0.95,
                null);
        List<Subject> site = gate ? List.of(Subject.site("Z" + seenAt)) : List.of();
        tell(truck, at + random.nextInt(30), place(seenAt), site, capture);
    }

    private void papers() {
        for (int number = 0; number < 8; number++) {
            int at = random.nextInt(LENGTH_S);
            step("M" + number, at, Step.PICKED_UP);
            if (random.nextInt(4) > 0) {
                step("M" + number, at + 1_200 + random.nextInt(7_200), Step.RECEIVED);
            }
            tell(
                    truck,
                    random.nextInt(LENGTH_S),
                    null,
                    List.of(),
                    new Weighing("S1", Weighing.Side.SENT, truck.id(), null, null, null, 10.0));
        }
    }

    private void step(String number, int at, Step step) {
        tell(
                truck,
                at,
                null,
                List.of(),
                new ManifestStep(number, step, "F1", null, "R1", truck.id(), null, null, null, null, null, null));
    }

    private void tell(Subject subject, int at, GeoPoint place, List<Subject> mentions, Payload payload) {
        all.add(made(subject, START.plusSeconds(at), place, mentions, payload));
    }

    private static Observation made(
            Subject subject, Instant at, GeoPoint place, List<Subject> mentions, Payload payload) {
        String feed = payload instanceof Progress ? subject.id() : FEED;
        return new Observation(
                ObservationId.of(Kind.of(payload), feed, at, place + payload.toString()),
                new Source(feed, "test", feed),
                subject,
                mentions,
                at,
                at,
                place,
                payload);
    }

    /** In order but for a few that come minutes or hours late, in frames of random length. */
    List<Arrival> arrivals() {
        List<Arrival> single = new ArrayList<>();
        for (Observation one : all) {
            boolean late = !(one.payload() instanceof Progress)
                    && random.nextInt(one.payload() instanceof Capture ? 6 : 25) == 0;
            Duration delay = Duration.ofSeconds(
                    late ? random.nextInt(random.nextBoolean() ? 300 : 4 * 3_600) : random.nextInt(3));
            single.add(new Arrival(one.observedAt().plus(delay), List.of(one)));
        }
        single.sort(Comparator.comparing(Arrival::at));
        return DisturbedCase.frames(single, random);
    }
}

package io.sanse.model.detect.cost;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.cases.Findings;
import io.sanse.model.detect.Memory;
import io.sanse.model.detect.PartitionDetector;
import io.sanse.model.detect.world.World;
import io.sanse.model.library.Library;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * CPU time of one position in the detector: trucks that drive about among 500 zones and report every 30 s, in frames of 128, in order.
 *
 * <p>{@code java -cp … io.sanse.model.detect.cost.HotPathCost [trucks] [rounds]} prints a line per round, with live objects and with a state of bytes that is read and
 * written at each touch.
 */
public final class HotPathCost {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    public static final int FRAME = 128;
    private static final int ZONES = 500;
    private static final double WEST = 119.8;
    private static final double SOUTH = 28.7;
    private static final double SIDE = 0.5;
    private static final double STEP = 0.003;

    private final Random random = new Random(7);
    private final Subject[] subjects;
    private final double[] longitudes;
    private final double[] latitudes;

    public HotPathCost(int trucks) {
        subjects = new Subject[trucks];
        longitudes = new double[trucks];
        latitudes = new double[trucks];
        for (int truck = 0; truck < trucks; truck++) {
            subjects[truck] = Subject.vehicle("浙G" + truck);
            longitudes[truck] = WEST + random.nextDouble() * SIDE;
            latitudes[truck] = SOUTH + random.nextDouble() * SIDE;
        }
    }

    public static void main(String[] arguments) {
        int trucks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        System.out.printf("live objects: %.3f µs%n", new HotPathCost(trucks).measure(new LiveMemory(), rounds));
        System.out.printf("state of bytes: %.3f µs%n", new HotPathCost(trucks).measure(new ByteMemory(), rounds));
    }

    /**
     * @param rounds reports of each truck; the first half warms up
     * @return CPU time of one position, µs
     */
    double measure(Memory memory, int rounds) {
        PartitionDetector detector = new PartitionDetector(Library.load(), memory, new Findings());
        World world = World.of(zones());
        long spent = 0;
        long counted = 0;
        for (int round = 0; round < rounds; round++) {
            Instant at = START.plusSeconds(30L * round);
            for (int first = 0; first < subjects.length; first += FRAME) {
                List<Observation> frame = frame(first, at);
                long before = cpuNanos();
                detector.process(frame, world, at);
                spent += round >= rounds / 2 ? cpuNanos() - before : 0;
            }
            counted += round >= rounds / 2 ? subjects.length : 0;
        }
        return spent / 1_000.0 / counted;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** What trucks report at a time, up to 128 from one on. Made just before it is processed, as a decoded frame is. */
    public List<Observation> frame(int first, Instant at) {
        List<Observation> frame = new ArrayList<>(FRAME);
        for (int truck = first; truck < Math.min(subjects.length, first + FRAME); truck++) {
            frame.add(report(truck, at));
        }
        return frame;
    }

    private Observation report(int truck, Instant at) {
        boolean drives = truck % 3 > 0;
        if (drives) {
            longitudes[truck] += (random.nextDouble() - 0.5) * STEP;
            latitudes[truck] += (random.nextDouble() - 0.5) * STEP;
        }
        return new Observation(
                new UUID(random.nextLong(), random.nextLong()),
                new Source("gps", "jt808", "138"),
                subjects[truck],
                List.of(),
                at,
                at,
                new GeoPoint(longitudes[truck], latitudes[truck]),
                new Position(drives ? 42.0 : 0.0, 90, 50, 1_234.5, null, drives, false, false));
    }

    /** The zones among which they drive. */
    public List<RegistryEntry> zones() {
        List<RegistryEntry> entries = new ArrayList<>();
        List<String> types = List.of("enterprise", "pit", "river-bank", "woodland", "fuel");
        for (int zone = 0; zone < ZONES; zone++) {
            double longitude = WEST + random.nextDouble() * SIDE;
            double latitude = SOUTH + random.nextDouble() * SIDE;
            List<GeoPoint> boundary = new ArrayList<>();
            for (int corner = 0; corner < 30; corner++) {
                double angle = 2 * Math.PI * corner / 30;
                boundary.add(new GeoPoint(longitude + 0.002 * Math.cos(angle), latitude + 0.002 * Math.sin(angle)));
            }
            LocalizedText name = new LocalizedText("区", "zone");
            entries.add(new RegistryEntry(
                    "Z" + zone,
                    1,
                    START,
                    new Details.Zone(name, types.get(zone % types.size()), false, null, "330784", boundary)));
        }
        return entries;
    }
}

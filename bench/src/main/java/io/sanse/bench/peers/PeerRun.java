package io.sanse.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Events;
import io.sanse.bench.stream.Observations;
import io.sanse.bench.stream.Rules;
import io.sanse.bench.stream.Stream;
import io.sanse.bench.stream.StreamMaker;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One engine in a JVM of its own: a round to warm up, whose state is weighed, then a round whose cost counts. CPU time is the whole process's, compilation and garbage collection included; what
 * only making the input costs is measured the same way beside it.
 */
final class PeerRun {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int FEW_VEHICLES = 100;
    private static final int FEW_HOURS = 4;

    private final String engine;
    private final City city;
    private final Stream stream;
    private final long end;

    PeerRun(String engine, int vehicles, int hours) {
        this.engine = engine;
        city = new City(vehicles);
        stream = StreamMaker.make(city, hours);
        end = Stream.START.toEpochMilli() + hours * 3_600_000L;
    }

    /**
     * Arguments: engine, vehicles, hours of event time, file for the answers. It is written as {@link Outcome#write} says.
     */
    public static void main(String[] arguments) throws Exception {
        PeerRun run = new PeerRun(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Outcome outcome = run.measured();
        outcome.write(Path.of(arguments[3]));
        System.exit(0);
    }

    /** A round whose state is weighed, then one whose cost counts. What an engine makes once, a few vehicles make it make before. */
    Outcome measured() throws Exception {
        new PeerRun(engine, FEW_VEHICLES, FEW_HOURS).round(Scales.NONE);
        Heap heap = new Heap(REST);
        round(heap);
        long input = input();
        return round(Scales.NONE).with(input, heap.bytes());
    }

    /** CPU time of making the input, once that is warm, ns. */
    private long input() throws Exception {
        try (Contestant idle = contestant()) {
            idle.playInputOnly();
            long before = cpuNanos();
            idle.playInputOnly();
            return cpuNanos() - before;
        }
    }

    /** What a round finds and, unless it is weighed, what it costs. */
    Outcome round(Scales scales) throws Exception {
        try (Contestant contestant = contestant()) {
            long before = cpuNanos();
            contestant.play(scales);
            long cpu = cpuNanos() - before;
            return new Outcome(new Cost(stream.events(), cpu, 0, 0), contestant.answers());
        }
    }

    private Contestant contestant() throws Exception {
        long until = end + Stream.JUDGED_MS;
        return switch (engine) {
            case "sanse" -> new SanseCore(Rules.models(), city, new Observations(stream, city), until);
            case "esper" -> new EsperPeer(new Events(stream, city), until, end + Stream.QUIET_MS);
            case "flink" -> new FlinkPeer(FlinkJob.KEYED_FUNCTION, new Events(stream, city), until);
            case "flink-cep" -> new FlinkPeer(new FlinkPatterns(), new Events(stream, city), until);
            case "siddhi" -> new SiddhiPeer(new Events(stream, city), until, end + Stream.QUIET_MS);
            case "jet" -> new JetPeer(new Events(stream, city), until, end + Stream.QUIET_MS);
            default -> throw new IllegalArgumentException("no engine is called " + engine);
        };
    }

    /** CPU time of the caller's thread. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

package io.sanse.bench.peers;

import com.sun.management.OperatingSystemMXBean;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import io.sanse.model.library.ModelCompiler;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/**
 * One engine in a JVM of its own: a round to warm up, then a round that counts. CPU time is the whole process's, compilation and garbage collection included; what
 * only making the input costs is measured the same way beside it.
 */
final class PeerRun {
    private final String engine;
    private final City city;
    private final Stream stream;
    private final Heap heap = new Heap();
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

    /** Two rounds; the second counts. */
    Outcome measured() throws Exception {
        round();
        long input = input();
        return round().withInput(input);
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

    /** What a round finds and what it costs. */
    Outcome round() throws Exception {
        try (Contestant contestant = contestant()) {
            heap.tare();
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            contestant.play();
            cpu = cpuNanos() - cpu;
            wall = System.nanoTime() - wall;
            contestant.weigh(heap);
            return new Outcome(new Cost(stream.events(), cpu, 0, wall, heap.bytes()), contestant.answers());
        }
    }

    private Contestant contestant() throws Exception {
        long until = end + Stream.JUDGED_MS;
        return switch (engine) {
            case "sanse" -> new SanseCore(models(), city, new Observations(stream, city), until);
            case "esper" -> new EsperPeer(new Events(stream, city), until, end + Stream.QUIET_MS);
            case "flink" -> new FlinkPeer(new Events(stream, city), until);
            default -> throw new IllegalArgumentException("no engine is called " + engine);
        };
    }

    private static ModelSet models() {
        ModelSet all = ModelCompiler.compiled(Library.load());
        List<Model> five = all.models().stream()
                .filter(model -> Rules.MODELS.contains(model.id()))
                .toList();
        return new ModelSet(five, all.tracks(), all.outages(), all.backlog(), all.calendar());
    }

    /** CPU time of the caller's thread. */
    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

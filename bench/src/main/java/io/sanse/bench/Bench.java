package io.sanse.bench;

import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.verdict.Drain;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/**
 * Prints, in one run: the ceiling of raw Kafka on this machine, what the five services take in as fast as their answers come, the ratio of the two, and the CPU time of each
 * process per observation. Everything runs on loopback and ends by itself.
 */
public final class Bench {
    private static final int TRUCKS = 200;
    private static final int BATCH = 200;
    private static final int CEILING_OBSERVATIONS = 4_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(3);

    private final Vertx vertx = Vertx.vertx();
    private final BenchPlatform platform;

    private Bench(BenchPlatform platform) {
        this.platform = platform;
    }

    /** Runs in the checkout's root, whose service jars are built. */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        Path work = Files.createTempDirectory("sanse-bench");
        say("machine: " + Machine.describe() + ", load average " + Machine.load());
        say("logs: " + work);
        try (BenchPlatform platform = BenchPlatform.start(Path.of("").toAbsolutePath(), work)) {
            new Bench(platform).run();
        }
        System.exit(0);
    }

    private void run() throws ExecutionException, InterruptedException {
        KafkaCeiling ceiling = new KafkaCeiling(platform.bootstrapServers());
        ceiling.measure(128, CEILING_OBSERVATIONS);
        double framed = ceiling.measure(128, CEILING_OBSERVATIONS);
        double single = ceiling.measure(1, CEILING_OBSERVATIONS / 8);
        say("raw Kafka, frames of 128: %,.0f observations/s produced and consumed".formatted(framed));
        say("raw Kafka, one a record: %,.0f observations/s produced and consumed".formatted(single));
        Fleet fleet = fleet();
        fleet.flatOut(WARM_UP).await();
        drained();
        CpuTimes before = CpuTimes.of(platform.handles());
        long begin = System.nanoTime();
        long answered = fleet.flatOut(RUN).await();
        double taken = answered / RUN.toMillis() * 1e3;
        drained();
        double through = answered / ((System.nanoTime() - begin - Drain.QUIET.toNanos()) / 1e9);
        Map<String, Double> micros = CpuTimes.of(platform.handles()).microsPer(answered, before);
        say("taken in over JT/T 808 and acknowledged: %,.0f observations/s (refused: %d)"
                .formatted(taken, fleet.refused()));
        say("through ingest, Kafka, models and stores: %,.0f observations/s, %.1f %% of the framed ceiling"
                .formatted(through, 100 * through / framed));
        micros.forEach((name, each) -> say("CPU of %s: %.2f µs per observation".formatted(name, each)));
    }

    private Fleet fleet() {
        List<LoadVehicle> vehicles =
                IntStream.range(0, TRUCKS).mapToObj(LoadVehicle::number).toList();
        PublicApi api = new PublicApi(vertx, platform.endpoints().http(), platform.integratorToken());
        for (int from = 0; from < TRUCKS; from += BATCH) {
            List<JsonObject> items = vehicles.subList(from, Math.min(TRUCKS, from + BATCH)).stream()
                    .map(LoadVehicle::registration)
                    .toList();
            api.deliver(items).await();
        }
        Fleet fleet = new Fleet(vertx, vehicles, Instant.now().minus(Duration.ofDays(5)));
        fleet.connect(SocketAddress.inetSocketAddress(platform.endpoints().jt808(), "127.0.0.1"))
                .await();
        return fleet;
    }

    private void drained() throws InterruptedException {
        if (!new Drain(platform.bootstrapServers()).await(DRAIN_LIMIT, () -> true)) {
            throw new IllegalStateException("the road is not empty within " + DRAIN_LIMIT);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

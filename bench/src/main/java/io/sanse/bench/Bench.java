package io.sanse.bench;

import io.sanse.standalone.night.Night;
import io.sanse.standalone.play.NightPlayer;
import io.sanse.standalone.play.PublicApi;
import io.sanse.standalone.verdict.Drain;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/**
 * Prints, in one run: the ceiling of raw Kafka on this machine, what the five services take in as fast as their answers come, the ratio of the two, the CPU time of each
 * process per observation, and how long an offence takes to its alert and its SMS at half of that load. Everything runs on loopback and ends by itself.
 */
public final class Bench {
    private static final int TRUCKS = 200;
    private static final int BATCH = 200;
    private static final int CEILING_OBSERVATIONS = 4_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration RUN = Duration.ofSeconds(30);
    private static final Duration HALF_LOAD = Duration.ofSeconds(75);
    private static final int WARM_UP_INCIDENTS = 50;
    private static final int INCIDENTS = 150;
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(3);

    private final Vertx vertx = Vertx.vertx();
    private final BenchPlatform platform;

    private Bench(BenchPlatform platform) {
        this.platform = platform;
    }

    /** Runs in the checkout's root, whose service jars are built. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.err.println("bench: takes no arguments, not: " + String.join(" ", arguments));
            System.exit(2);
        }
        Path work = Files.createTempDirectory("sanse-bench");
        System.setProperty("logback.configurationFile", "logback-standalone.xml");
        System.setProperty("sanse.log", work.toString());
        say("machine: " + Machine.describe() + ", load average " + Machine.load());
        say("logs: " + work);
        int code = 1;
        try {
            BenchPlatform platform = BenchPlatform.prepare(Path.of("").toAbsolutePath(), work);
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop"));
            platform.start();
            new Bench(platform).run();
            code = 0;
        } catch (Exception failure) {
            LoggerFactory.getLogger(Bench.class).error("cannot go on", failure);
            System.err.println("bench: cannot go on: " + failure + "; see the logs");
        }
        System.exit(code);
    }

    private void run() throws ExecutionException, InterruptedException, SQLException {
        double ceiling = ceiling();
        Fleet fleet = fleet();
        say("warming up for " + WARM_UP.toSeconds() + " s");
        fleet.flatOut(WARM_UP).await();
        drained();
        double through = throughput(fleet, ceiling);
        latency(fleet, through / 2);
    }

    private double ceiling() throws ExecutionException, InterruptedException {
        KafkaCeiling ceiling = new KafkaCeiling(platform.bootstrapServers());
        ceiling.measure(128, CEILING_OBSERVATIONS);
        double framed = ceiling.measure(128, CEILING_OBSERVATIONS);
        double single = ceiling.measure(1, CEILING_OBSERVATIONS / 8);
        say("raw Kafka, frames of 128: %,.0f observations/s produced and consumed".formatted(framed));
        say("raw Kafka, one a record: %,.0f observations/s produced and consumed".formatted(single));
        return framed;
    }

    private double throughput(Fleet fleet, double ceiling) throws InterruptedException {
        CpuTimes before = CpuTimes.of(platform.handles());
        long begin = System.nanoTime();
        long answered = fleet.flatOut(RUN).await();
        double taken = answered / ((System.nanoTime() - begin) / 1e9);
        drained();
        double through = answered / ((System.nanoTime() - begin - Drain.QUIET.toNanos()) / 1e9);
        Map<String, Double> micros = CpuTimes.of(platform.handles()).microsPer(answered, before);
        say("taken in over JT/T 808 and acknowledged: %,.0f observations/s (refused: %d)"
                .formatted(taken, fleet.refused()));
        say("through ingest, Kafka, models and stores: %,.0f observations/s, %.1f %% of the framed ceiling"
                .formatted(through, 100 * through / ceiling));
        micros.forEach((name, each) -> say("CPU of %s: %.2f µs per observation".formatted(name, each)));
        return through;
    }

    /** The first incidents only warm up what no position touches: alerts, routing, messages. */
    private void latency(Fleet fleet, double perSecond) throws SQLException {
        InstantSource clock = InstantSource.system();
        Night night = Night.last(clock.instant());
        WeightGaps gaps = new WeightGaps(night.label(), clock.instant());
        NightPlayer.at(vertx, gaps.city(), platform.endpoints(), platform.integratorToken())
                .register(night);
        PublicApi api = new PublicApi(vertx, platform.endpoints().http(), platform.integratorToken());
        api.deliver(gaps.history(WARM_UP_INCIDENTS + INCIDENTS)).await();
        AlertLatency latency = new AlertLatency(gaps, api, new PublicApi(vertx, platform.messagePage(), null), clock);
        say("%d incidents under %,.0f observations/s".formatted(INCIDENTS, perSecond));
        Future<Long> load = fleet.paced(perSecond, HALF_LOAD);
        latency.measure(platform.jdbcUrl(), 0, WARM_UP_INCIDENTS);
        CpuTimes before = CpuTimes.of(platform.handles());
        long begin = System.nanoTime();
        latency.measure(platform.jdbcUrl(), WARM_UP_INCIDENTS, WARM_UP_INCIDENTS + INCIDENTS)
                .forEach(Bench::say);
        Duration length = Duration.ofNanos(System.nanoTime() - begin);
        say("cores busy meanwhile: %.2f"
                .formatted(CpuTimes.of(platform.handles()).cores(length, before)));
        if (load.isComplete()) {
            throw new IllegalStateException("the load ended before the last incident was seen");
        }
    }

    private Fleet fleet() {
        List<LoadVehicle> vehicles =
                IntStream.range(0, TRUCKS).mapToObj(LoadVehicle::number).toList();
        PublicApi api = new PublicApi(vertx, platform.endpoints().http(), platform.integratorToken());
        api.deliver(List.of(LoadVehicle.feed())).await();
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

package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.CpuTimes;
import io.sanse.bench.durable.LiveFigures.Latency;
import io.sanse.bench.durable.LiveFigures.Recovery;
import io.sanse.bench.durable.LiveFigures.State;
import io.sanse.bench.durable.LiveFigures.Throughput;
import io.sanse.bench.durable.load.Lanes;
import io.sanse.bench.durable.load.LiveFeed;
import io.sanse.bench.durable.load.PacedLoad;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;

/** One engine at live density: every vehicle reports once in 30 s of event time. How much goes through, how long it takes, and what a kill does. */
final class LiveRun {
    private static final Duration COMMIT = Duration.ofSeconds(1);
    private static final Duration EAGER_COMMIT = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(2);
    private static final Duration LATENCY_RUN = Duration.ofSeconds(15);
    private static final int FIRST_REPORTS = 200_000;
    private static final int WARM_SECONDS = 40;
    private static final int RUN_SECONDS = 20;
    private static final int EAGER_SECONDS = 6;
    private static final int REPORTS_A_PROBE = 2_000;
    private static final int PROBES_A_SECOND = 50;
    private static final int SHARE_OF_FULL_LOAD = 10;

    private final Engine engine;
    private final Broker broker;
    private final LiveFeed feed;
    private final WordReader words;
    private ChildJvm jvm;

    private LiveRun(Engine engine, Broker broker, LiveFeed feed, WordReader words) {
        this.engine = engine;
        this.broker = broker;
        this.feed = feed;
        this.words = words;
    }

    /** @param broker a new one */
    static LiveFigures measure(Engine engine, Broker broker, int vehicles) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer("live");
                WordReader words = WordReader.start(engine, broker)) {
            LiveFeed feed = new LiveFeed(vehicles, new Lanes(producer, Broker.PARTITIONS));
            return new LiveRun(engine, broker, feed, words).measure();
        }
    }

    private LiveFigures measure() throws Exception {
        jvm = engine.start(broker, COMMIT);
        try {
            flatOut(1);
            long empty = jvm.liveHeap();
            feed.probeEvery(REPORTS_A_PROBE);
            double first = flatOut(Math.max(feed.vehicles(), FIRST_REPORTS)).perSecond();
            double warm = flatOut((long) (first * WARM_SECONDS)).perSecond();
            Throughput throughput = flatOut((long) (warm * RUN_SECONDS));
            State state = new State(feed.vehicles(), engine.stateBytes(broker), jvm.liveHeap() - empty);
            jvm.stop();
            jvm = engine.start(broker, EAGER_COMMIT);
            flatOut((long) (throughput.perSecond() * EAGER_SECONDS));
            Throughput eager = flatOut((long) (throughput.perSecond() * EAGER_SECONDS));
            double tenth = throughput.perSecond() / SHARE_OF_FULL_LOAD;
            feed.probeEvery((int) (tenth / PROBES_A_SECOND));
            Latency latency;
            long firstMillis;
            try (PacedLoad load = PacedLoad.start(feed, tenth)) {
                latency = latency();
                firstMillis = restart();
                noArrears();
            }
            return new LiveFigures(engine.text(), throughput, eager, state, latency, recovery(firstMillis));
        } finally {
            jvm.close();
        }
    }

    private Throughput flatOut(long reports) throws ExecutionException, InterruptedException {
        CpuTimes before = Processes.cpu(jvm, broker);
        long begin = System.nanoTime();
        feed.report(reports);
        feed.flush();
        noArrears();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Throughput(reports / seconds, Processes.cpu(jvm, broker).microsPer(reports, before));
    }

    private void noArrears() throws ExecutionException, InterruptedException {
        new Arrears(broker, engine.group()).awaitNone(LIMIT, jvm::check);
    }

    private Latency latency() {
        long from = System.nanoTime();
        await(LATENCY_RUN.plus(LIMIT), () -> System.nanoTime() - from > LATENCY_RUN.toNanos());
        Map<Long, String> sent = feed.probes().between(from, System.nanoTime());
        await(LIMIT, () -> allRead(sent.values()));
        Histogram millis = new Histogram(3);
        sent.forEach((at, manifest) -> words.gapReadAt(manifest)
                .ifPresent(
                        read -> millis.recordValue(Duration.ofNanos(read - at).toMillis())));
        return new Latency(millis.getValueAtPercentile(50), millis.getValueAtPercentile(99), millis.getTotalCount());
    }

    private boolean allRead(Collection<String> manifests) {
        return manifests.stream().allMatch(manifest -> words.gapReadAt(manifest).isPresent());
    }

    /** @return ms from the kill to the first detection that rests on something sent after it */
    private long restart() throws IOException {
        long killed = System.nanoTime();
        jvm.close();
        jvm = engine.start(broker, EAGER_COMMIT);
        await(LIMIT, () -> firstSince(killed).isPresent());
        return Duration.ofNanos(firstSince(killed).getAsLong() - killed).toMillis();
    }

    private OptionalLong firstSince(long moment) {
        return feed.probes().between(moment, Long.MAX_VALUE).values().stream()
                .map(words::gapReadAt)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
    }

    private Recovery recovery(long firstMillis) {
        Collection<String> all = feed.probes().all().values();
        await(LIMIT, () -> allRead(all));
        int missing = (int) all.stream()
                .filter(manifest -> words.gapReadAt(manifest).isEmpty())
                .count();
        return new Recovery(firstMillis, all.size(), missing, words.doubled());
    }

    /** Returns when something is so, or when it has not become so within the limit: what is missing then is counted by the caller. */
    private void await(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            jvm.check();
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}

package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.CpuTimes;
import io.sanse.bench.durable.LiveFigures.Throughput;
import io.sanse.bench.durable.load.Lanes;
import io.sanse.bench.stream.City;
import io.sanse.bench.stream.Observations;
import io.sanse.bench.stream.Stream;
import io.sanse.bench.stream.StreamMaker;
import io.sanse.contract.SubjectType;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Hours of history as fast as they go, in the order in which they happened. */
final class ReplayRun {
    private static final Duration COMMIT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final City city;
    private final Stream stream;
    private final long until;

    ReplayRun(City city, int hours) {
        this.city = city;
        this.stream = StreamMaker.punctual(city, hours);
        this.until = Stream.START.plus(Duration.ofHours(hours)).toEpochMilli() + Stream.JUDGED_MS;
    }

    int events() {
        return stream.events();
    }

    /** @param broker a new one */
    ReplayFigures measure(Engine engine, Broker broker) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer("replay");
                WordReader words = WordReader.start(engine, broker);
                ChildJvm jvm = engine.start(broker, COMMIT)) {
            Observations history = new Observations(stream, city);
            Lanes lanes = new Lanes(producer, Broker.PARTITIONS);
            Arrears arrears = new Arrears(broker, engine.group());
            int half = history.size() / 2 / Observations.FRAME * Observations.FRAME;
            play(history, 0, half, lanes);
            arrears.awaitNone(LIMIT, jvm::check);
            CpuTimes before = Processes.cpu(jvm, broker);
            long begin = System.nanoTime();
            play(history, half, history.size(), lanes);
            arrears.awaitNone(LIMIT, jvm::check);
            double seconds = (System.nanoTime() - begin) / 1e9;
            int events = history.size() - half;
            Throughput throughput =
                    new Throughput(events / seconds, Processes.cpu(jvm, broker).microsPer(events, before));
            return figures(engine, broker, words, throughput);
        }
    }

    private static void play(Observations history, int from, int until, Lanes lanes) {
        for (int first = from; first < until; first += Observations.FRAME) {
            for (Observation observation : history.frame(first)) {
                if (observation.subject().type() == SubjectType.FEED) {
                    lanes.addEverywhere(observation);
                } else {
                    lanes.add(observation);
                }
            }
        }
        lanes.flush();
    }

    private ReplayFigures figures(Engine engine, Broker broker, WordReader words, Throughput throughput)
            throws ExecutionException, InterruptedException {
        words.awaitRead(broker.ends(Topics.DETECTIONS.name()), LIMIT);
        return new ReplayFigures(engine.text(), throughput, words.answers(until), words.doubled());
    }
}

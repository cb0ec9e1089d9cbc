package io.sanse.bench;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Position;
import io.sanse.contract.observation.Source;
import io.sanse.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What raw Kafka does on this machine with the same bytes and the same producer settings and nothing else: frames of observations produced and consumed at the same time, by
 * one producer and one consumer.
 */
final class KafkaCeiling {
    private static final int PARTITIONS = 8;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String servers;

    KafkaCeiling(String servers) {
        this.servers = servers;
    }

    /**
     * @param perRecord observations in a record, 1 to 128
     * @param observations how many in all
     * @return observations produced and consumed per second
     */
    double measure(int perRecord, int observations) throws ExecutionException, InterruptedException {
        String topic = "ceiling-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            awaitLeaders(topic, perRecord);
            long begin = System.nanoTime();
            Thread producing = new Thread(() -> produce(topic, perRecord, observations), "ceiling-producer");
            producing.start();
            consume(topic, PARTITIONS + observations / perRecord);
            producing.join();
            double seconds = (System.nanoTime() - begin) / 1e9;
            admin.deleteTopics(List.of(topic)).all().get();
            return observations / seconds;
        }
    }

    /** One record to each partition first: a topic that has just been made has no leaders for a moment. */
    private void awaitLeaders(String topic, int perRecord) throws ExecutionException, InterruptedException {
        Map<String, Object> config = new HashMap<>(new KafkaSettings(servers, PARTITIONS, 1).producer("ceiling-first"));
        byte[] frame = frame(perRecord);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                producer.send(new ProducerRecord<>(topic, partition, null, frame))
                        .get();
            }
        }
    }

    private void produce(String topic, int perRecord, int observations) {
        Map<String, Object> config = new HashMap<>(new KafkaSettings(servers, PARTITIONS, 1).producer("ceiling"));
        byte[] frame = frame(perRecord);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
            for (int i = 0; i < observations / perRecord; i++) {
                producer.send(new ProducerRecord<>(topic, i % PARTITIONS, null, frame));
            }
        }
    }

    private void consume(String topic, int records) {
        Properties config = new KafkaSettings(servers, PARTITIONS, 1).consumer(topic);
        int consumed = 0;
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            consumer.subscribe(List.of(topic));
            while (consumed < records) {
                consumed += consumer.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(
                            "only %d of %d records within %s".formatted(consumed, records, LIMIT));
                }
            }
        }
    }

    private static byte[] frame(int size) {
        List<Observation> observations = new ArrayList<>();
        Instant now = Instant.parse("2026-03-05T18:00:00Z");
        for (int i = 0; i < size; i++) {
            String phone = Long.toString(10_000_000_000L + i);
            observations.add(new Observation(
                    ObservationId.of(Kind.POSITION, phone, now, "28.9,120.0"),
                    new Source("bench", "jt808", phone),
                    Subject.vehicle("浙G" + (10_000 + i)),
                    List.of(),
                    now,
                    now,
                    new GeoPoint(120 + i * 1e-4, 28.9),
                    new Position(43.2, 120, 60, 31_415.9, null, true, false, false)));
        }
        return ObservationFrames.encode(observations);
    }
}

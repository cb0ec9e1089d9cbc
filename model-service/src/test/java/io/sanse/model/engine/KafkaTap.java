package io.sanse.model.engine;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Puts observations into Kafka as ingest does, and reads what is committed on the other side. */
public final class KafkaTap implements AutoCloseable {
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Detection> detections = new ArrayList<>();
    private int deadLetters;

    public KafkaTap(int port, int partitions) {
        this.partitions = partitions;
        KafkaSettings settings = new KafkaSettings("127.0.0.1:" + port, partitions, 1);
        makeTopics(settings);
        producer = new KafkaProducer<>(new HashMap<>(settings.producer("tap")));
        Properties config = settings.consumer("tap-" + System.nanoTime());
        consumer = new KafkaConsumer<>(config);
        consumer.subscribe(List.of(Topics.DETECTIONS.name(), Topics.DEAD_LETTERS.name()));
    }

    private void makeTopics(KafkaSettings settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            admin.createTopics(Topics.ALL.stream()
                            .map(topic -> new NewTopic(
                                            topic.name(),
                                            topic.partitions() == 0 ? partitions : topic.partitions(),
                                            (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(refused);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public void know(RegistryEntry... entries) {
        for (RegistryEntry entry : entries) {
            send(new ProducerRecord<>(
                    Topics.REGISTRY.name(), entry.key().getBytes(StandardCharsets.UTF_8), Json.bytes(entry)));
        }
    }

    /** One frame per partition. */
    public void observe(List<Observation> observations) {
        Map<Integer, List<Observation>> byPartition = new TreeMap<>();
        for (Observation observation : observations) {
            int partition = SubjectPartitioner.partition(observation.subject(), partitions);
            byPartition.computeIfAbsent(partition, none -> new ArrayList<>()).add(observation);
        }
        byPartition.forEach((partition, frame) -> send(
                new ProducerRecord<>(Topics.OBSERVATIONS.name(), partition, null, ObservationFrames.encode(frame))));
    }

    /** One frame for each partition, as the feeds' progress travels. */
    public void observeEverywhere(List<Observation> observations) {
        for (int partition = 0; partition < partitions; partition++) {
            send(new ProducerRecord<>(
                    Topics.OBSERVATIONS.name(), partition, null, ObservationFrames.encode(observations)));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Reads what has come meanwhile. */
    void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
                deadLetters++;
            } else {
                detections.add(detection(record.value()));
            }
        }
    }

    /** Reads everything that is committed by now. */
    void readAll() {
        read();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            read();
        }
    }

    private static Detection detection(byte[] value) {
        try {
            return Json.parse(value, Detection.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many words on these subjects have come by now. */
    public int seen(Collection<Subject> subjects) {
        read();
        Set<Subject> wanted = Set.copyOf(subjects);
        return (int) detections.stream()
                .filter(word -> wanted.contains(word.subject()))
                .count();
    }

    public List<Detection> detections() {
        return detections;
    }

    int deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}

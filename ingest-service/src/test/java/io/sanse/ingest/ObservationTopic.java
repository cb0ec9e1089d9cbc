package io.sanse.ingest;

import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads whole topics with Kafka's own consumer. */
public final class ObservationTopic {
    /**
     * A copy as it lies in the topic.
     *
     * @param partition where
     * @param observation which
     */
    public record Copy(int partition, Observation observation) {}

    private ObservationTopic() {}

    /** Every copy in the topic now, by partition and offset. */
    public static List<Copy> copies(Map<String, String> kafka) {
        List<Copy> copies = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(kafka, Topics.OBSERVATIONS.name())) {
            ObservationFrames.decode(record.value())
                    .observations()
                    .forEach(observation -> copies.add(new Copy(record.partition(), observation)));
        }
        return copies;
    }

    /** Every record in a topic now. */
    public static List<ConsumerRecord<byte[], byte[]>> records(Map<String, String> kafka, String topic) {
        Properties config = new Properties();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.get("kafka.bootstrap.servers"));
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}

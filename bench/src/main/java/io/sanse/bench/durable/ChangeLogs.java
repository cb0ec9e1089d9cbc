package io.sanse.bench.durable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/** The change logs of a Kafka Streams application, read from their beginning. */
final class ChangeLogs {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Broker broker;
    private final String application;

    ChangeLogs(Broker broker, String application) {
        this.broker = broker;
        this.application = application;
    }

    /** Bytes of keys and values of the newest record of each key. */
    long newestBytes() throws ExecutionException, InterruptedException {
        long all = 0;
        for (TopicPartition partition : partitions()) {
            all += newestBytes(partition);
        }
        return all;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
        List<String> topics = broker.admin().listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(application + '-') && topic.endsWith("-changelog"))
                .toList();
        return broker.admin().describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private long newestBytes(TopicPartition partition) {
        Map<Bytes, Integer> sizes = new HashMap<>();
        Properties config = broker.settings().consumer("change-logs");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    take(record, sizes);
                }
            }
        }
        return sizes.entrySet().stream()
                .mapToLong(entry -> entry.getKey().get().length + entry.getValue())
                .sum();
    }

    private static void take(ConsumerRecord<byte[], byte[]> record, Map<Bytes, Integer> sizes) {
        if (record.value() == null) {
            sizes.remove(Bytes.wrap(record.key()));
        } else {
            sizes.put(Bytes.wrap(record.key()), record.value().length);
        }
    }
}

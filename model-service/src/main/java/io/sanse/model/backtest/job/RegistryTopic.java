package io.sanse.model.backtest.job;

import io.sanse.contract.Topics;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.RegistryCourse.Change;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic {@code registry}: what compaction has left of its course. */
final class RegistryTopic {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTopic.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 60;

    private RegistryTopic() {}

    /** Everything up to now. Fails with {@link Unavailable} when the broker does not answer. */
    static RegistryCourse read(KafkaSettings kafka) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.consumer("model-backtest"))) {
            List<TopicPartition> partitions = List.of(new TopicPartition(Topics.REGISTRY.name(), 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, partitions.get(0));
        } catch (KafkaException broken) {
            throw new Unavailable("the registry cannot be read: " + broken.getMessage(), broken);
        }
    }

    private static RegistryCourse read(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        List<Change> changes = new ArrayList<>();
        int empty = 0;
        while (consumer.position(partition) < end) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new Unavailable("the broker says nothing of " + partition, null);
            }
            records.forEach(record -> add(record, changes));
        }
        return new RegistryCourse(changes);
    }

    /** As live operation does: an entry that cannot be read is passed over. */
    private static void add(ConsumerRecord<byte[], byte[]> record, List<Change> changes) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            RegistryEntry entry = record.value() == null ? null : Json.parse(record.value(), RegistryEntry.class);
            changes.add(new Change(Instant.ofEpochMilli(record.timestamp()), key, entry));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("the registry entry {} cannot be read: {}", key, unreadable.toString());
        }
    }
}

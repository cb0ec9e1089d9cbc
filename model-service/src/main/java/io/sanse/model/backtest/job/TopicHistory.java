package io.sanse.model.backtest.job;

import io.sanse.contract.Topics;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.model.backtest.Arrival;
import io.sanse.model.backtest.History;
import io.sanse.model.backtest.Period;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic {@code observations} as history: each partition holds what its detector got live, in exactly that order, the feeds' progress included. Fails with
 * {@link Unavailable} when the broker does not answer.
 */
final class TopicHistory implements History {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 60;

    private final KafkaSettings kafka;
    private final Period period;

    /** @param period of appending to play */
    TopicHistory(KafkaSettings kafka, Period period) {
        this.kafka = kafka;
        this.period = period;
    }

    @Override
    public void play(Listener listener) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(kafka.consumer("model-backtest"))) {
            new Playing(consumer, listener).run(sections(consumer));
        } catch (KafkaException broken) {
            throw new Unavailable("the history cannot be read: " + broken.getMessage(), broken);
        }
    }

    /**
     * A part of a partition.
     *
     * @param partition of the topic
     * @param from first offset
     * @param until offset behind the last
     */
    private record Section(TopicPartition partition, long from, long until) {
        long length() {
            return Math.max(0, until - from);
        }
    }

    private List<Section> sections(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.OBSERVATIONS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> first = offsets(consumer, period.from(), ends);
        Map<TopicPartition, Long> behind = offsets(consumer, period.until(), ends);
        Map<Integer, Section> sections = new TreeMap<>();
        partitions.forEach(partition -> sections.put(
                partition.partition(), new Section(partition, first.get(partition), behind.get(partition))));
        return List.copyOf(sections.values());
    }

    /** Where a time begins in each partition: at its end when nothing came since. */
    private static Map<TopicPartition, Long> offsets(
            KafkaConsumer<byte[], byte[]> consumer, Instant at, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, Math.max(0, at.toEpochMilli())));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp one = found.get(partition);
            offsets.put(partition, one == null ? end : (Long) one.offset());
        });
        return offsets;
    }

    private static final class Playing {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Listener listener;
        private long all;
        private long before;

        Playing(KafkaConsumer<byte[], byte[]> consumer, Listener listener) {
            this.consumer = consumer;
            this.listener = listener;
        }

        void run(List<Section> sections) {
            all = Math.max(1, sections.stream().mapToLong(Section::length).sum());
            for (Section section : sections) {
                listener.begin();
                if (section.length() > 0 && !play(section)) {
                    return;
                }
                before += section.length();
            }
        }

        private boolean play(Section section) {
            consumer.assign(List.of(section.partition()));
            consumer.seek(section.partition(), section.from());
            int empty = 0;
            while (consumer.position(section.partition()) < section.until()) {
                List<ConsumerRecord<byte[], byte[]>> records =
                        consumer.poll(POLL).records(section.partition());
                empty = records.isEmpty() ? empty + 1 : 0;
                if (empty > MOST_EMPTY_POLLS) {
                    throw new Unavailable("the broker says nothing of " + section.partition(), null);
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (record.offset() < section.until() && !play(section, record)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean play(Section section, ConsumerRecord<byte[], byte[]> record) {
            byte[] value = record.value() == null ? new byte[0] : record.value();
            double share = (double) (before + record.offset() + 1 - section.from()) / all;
            return listener.arrived(
                    new Arrival(
                            Instant.ofEpochMilli(record.timestamp()),
                            ObservationFrames.decode(value).observations()),
                    share);
        }
    }
}

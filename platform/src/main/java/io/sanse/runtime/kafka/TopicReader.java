package io.sanse.runtime.kafka;

import io.sanse.runtime.failure.Unavailable;
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
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Reads again what a topic holds of a stretch of time, one partition after the other, on the caller's thread; nobody's offsets move. */
public final class TopicReader {
    /** Behind every timestamp. */
    public static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 60;

    /** Who reads. */
    public interface Listener {
        /** A partition begins. */
        void begin(int partition);

        /**
         * The next record of the partition.
         *
         * @param share of everything that has been read with it, 0–1
         * @return whether to go on
         */
        boolean read(Kept record, double share);
    }

    /**
     * A record as the topic keeps it.
     *
     * @param timestamp of the record
     * @param key or null
     * @param value or null
     */
    public record Kept(Instant timestamp, byte[] key, byte[] value) {}

    /** Which partitions are wanted. */
    @FunctionalInterface
    public interface Choice {
        /** Everything. */
        Choice ALL = (partition, partitions) -> true;

        boolean wants(int partition, int partitions);
    }

    /**
     * What to read.
     *
     * @param topic its name
     * @param from first timestamp
     * @param until timestamp behind the last; may be {@link #END}
     * @param choice of its partitions
     */
    public record Part(String topic, Instant from, Instant until, Choice choice) {}

    private record Section(TopicPartition partition, long from, long until) {
        long length() {
            return Math.max(0, until - from);
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Listener listener;
    private long all;
    private long before;

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer, Listener listener) {
        this.consumer = consumer;
        this.listener = listener;
    }

    /**
     * Reads from the first record of a time up to the first of another, or to what the end is now. Fails with {@link Unavailable} when the broker does not answer.
     *
     * @param from first timestamp
     * @param until timestamp behind the last; may be {@link #END}
     */
    public static void read(KafkaSettings settings, String topic, Instant from, Instant until, Listener listener) {
        read(settings, new Part(topic, from, until, Choice.ALL), listener);
    }

    /** The same of some partitions. */
    public static void read(KafkaSettings settings, Part part, Listener listener) {
        String topic = part.topic();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer("reader-of-" + topic))) {
            TopicReader reader = new TopicReader(consumer, listener);
            reader.run(reader.sections(part));
        } catch (KafkaException broken) {
            throw new Unavailable("the topic " + topic + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    private List<Section> sections(Part part) {
        List<PartitionInfo> known = consumer.partitionsFor(part.topic());
        List<TopicPartition> partitions = known.stream()
                .filter(info -> part.choice().wants(info.partition(), known.size()))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> first = offsets(part.from(), ends);
        Map<TopicPartition, Long> behind = offsets(part.until(), ends);
        Map<Integer, Section> sections = new TreeMap<>();
        partitions.forEach(partition -> sections.put(
                partition.partition(), new Section(partition, first.get(partition), behind.get(partition))));
        return List.copyOf(sections.values());
    }

    /** Where a time begins in each partition: at its end when nothing came since. */
    private Map<TopicPartition, Long> offsets(Instant at, Map<TopicPartition, Long> ends) {
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

    private void run(List<Section> sections) {
        all = Math.max(1, sections.stream().mapToLong(Section::length).sum());
        for (Section section : sections) {
            listener.begin(section.partition().partition());
            if (section.length() > 0 && !read(section)) {
                return;
            }
            before += section.length();
        }
    }

    private boolean read(Section section) {
        consumer.assign(List.of(section.partition()));
        consumer.seek(section.partition(), section.from());
        int empty = 0;
        while (consumer.position(section.partition()) < section.until()) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(section.partition());
            empty = records.isEmpty() ? empty + 1 : 0;
            if (empty > MOST_EMPTY_POLLS) {
                throw new Unavailable("the broker says nothing of " + section.partition(), null);
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < section.until() && !read(section, record)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean read(Section section, ConsumerRecord<byte[], byte[]> record) {
        double share = (double) (before + record.offset() + 1 - section.from()) / all;
        Kept kept = new Kept(Instant.ofEpochMilli(record.timestamp()), record.key(), record.value());
        return listener.read(kept, share);
    }
}

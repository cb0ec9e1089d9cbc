package io.sanse.standalone.verdict;

import io.sanse.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the road is empty: every observation that was there at the beginning has been read, and for some seconds nothing has come of it. Kafka's group offsets
 * say how far consumers are. Observations go on by themselves, since ingest-service tells that it listens; behind them, markers of transactions count as records, so a
 * lag that stays where it is means empty.
 */
public final class Drain {
    private static final Set<String> OBSERVED = Set.of(Topics.OBSERVATIONS.name());

    /** Clocks of people go on making alert events: those topics are never quiet. */
    private static final Set<String> FOUND = Set.of(Topics.DETECTIONS.name(), Topics.REGISTRY.name());

    /** So long nothing has moved when the road counts as empty. */
    public static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration STEP = Duration.ofMillis(250);

    /** Where a group is in a partition, and how many records that has. */
    private record Place(long offset, long end) {}

    private final String bootstrapServers;

    public Drain(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Waits.
     *
     * @param limit longest wait
     * @param enough what else must hold, for example that all expected alerts are there; when the road is empty without it, nothing more will come
     * @return whether the road was empty in time
     */
    public boolean await(Duration limit, BooleanSupplier enough) throws InterruptedException {
        Properties config = new Properties();
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (Admin admin = Admin.create(config)) {
            return await(admin, System.nanoTime() + limit.toNanos(), enough);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("Kafka does not say how far its consumers are", failure);
        }
    }

    private static boolean await(Admin admin, long deadline, BooleanSupplier enough)
            throws ExecutionException, InterruptedException {
        Map<String, Place> sent = places(admin, OBSERVED);
        Map<String, Place> last = Map.of();
        long changedAt = System.nanoTime();
        while (System.nanoTime() - deadline < 0) {
            Map<String, Place> now = places(admin, FOUND);
            if (!now.equals(last) || !haveRead(admin, sent)) {
                last = now;
                changedAt = System.nanoTime();
            } else if (System.nanoTime() - changedAt > QUIET.toNanos() * (enough.getAsBoolean() ? 1 : 4)) {
                return true;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return false;
    }

    private static boolean haveRead(Admin admin, Map<String, Place> sent)
            throws ExecutionException, InterruptedException {
        Map<String, Place> now = places(admin, OBSERVED);
        return sent.entrySet().stream()
                .allMatch(entry ->
                        now.get(entry.getKey()).offset() >= entry.getValue().end());
    }

    /** By group and partition. */
    private static Map<String, Place> places(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        Map<String, Long> offsets = new HashMap<>();
        Map<String, TopicPartition> partitions = new HashMap<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (topics.contains(partition.topic())) {
                            String name = group.groupId() + ' ' + partition;
                            partitions.put(name, partition);
                            offsets.put(name, offsetOf(offset));
                        }
                    });
        }
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.values().forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(latest).all().get();
        Map<String, Place> places = new HashMap<>();
        partitions.forEach((name, partition) -> places.put(
                name, new Place(offsets.get(name), ends.get(partition).offset())));
        return places;
    }

    private static long offsetOf(OffsetAndMetadata offset) {
        return offset == null ? -1 : offset.offset();
    }
}

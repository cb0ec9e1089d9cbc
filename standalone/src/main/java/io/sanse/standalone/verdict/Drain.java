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
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Waits until the road is empty: everything that consumers may read has been read, and for some seconds nothing new has come of it. Kafka's group offsets say how
 * far consumers are; markers of transactions count as records there, so a lag that stays where it is means empty, too.
 */
public final class Drain {
    /** Clocks of people go on making alert events: those topics are never quiet. */
    private static final Set<String> TOPICS =
            Set.of(Topics.OBSERVATIONS.name(), Topics.DETECTIONS.name(), Topics.REGISTRY.name());

    /** So long nothing has moved when the road counts as empty. */
    public static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration STEP = Duration.ofMillis(250);

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
        Map<String, Long> last = Map.of();
        long changedAt = System.nanoTime();
        while (System.nanoTime() - deadline < 0) {
            Map<String, Long> now = progress(admin);
            if (!now.equals(last)) {
                last = now;
                changedAt = System.nanoTime();
            } else if (System.nanoTime() - changedAt > QUIET.toNanos() * (enough.getAsBoolean() ? 1 : 4)) {
                return true;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
        return false;
    }

    /** Ends of all partitions and offsets of all groups. */
    private static Map<String, Long> progress(Admin admin) throws ExecutionException, InterruptedException {
        Map<String, Long> progress = new HashMap<>();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (TOPICS.contains(partition.topic())) {
                            partitions.put(partition, OffsetSpec.latest());
                            progress.put(group.groupId() + ' ' + partition, offsetOf(offset));
                        }
                    });
        }
        admin.listOffsets(partitions)
                .all()
                .get()
                .forEach((partition, end) -> progress.put("end " + partition, end.offset()));
        return progress;
    }

    private static long offsetOf(OffsetAndMetadata offset) {
        return offset == null ? -1 : offset.offset();
    }
}

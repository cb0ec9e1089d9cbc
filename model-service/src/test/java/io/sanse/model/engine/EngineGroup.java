package io.sanse.model.engine;

import io.sanse.contract.Topics;
import io.sanse.runtime.kafka.KafkaSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The nodes of an engine as the broker sees them: who works, and how far they are behind what was sent. */
public final class EngineGroup implements AutoCloseable {
    private final String application;
    private final List<TopicPartition> partitions;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param application of the engine's nodes */
    public EngineGroup(KafkaSettings settings, String application) {
        this.application = application;
        partitions = IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.OBSERVATIONS.name(), partition))
                .toList();
        admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
        consumer = new KafkaConsumer<>(settings.consumer("lag"));
    }

    /** Records that are not processed and committed. */
    public long lag() {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return consumer.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> end.getValue()
                        - (committed.containsKey(end.getKey())
                                ? committed.get(end.getKey()).offset()
                                : 0))
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try {
            return admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Whether a node has work.
     *
     * @param instanceId its stable name, or null when it has none
     */
    boolean works(String instanceId) {
        ConsumerGroupDescription group = described();
        return group != null
                && group.members().stream()
                        .filter(member -> isOf(member.groupInstanceId().orElse(null), instanceId))
                        .anyMatch(
                                member -> !member.assignment().topicPartitions().isEmpty());
    }

    /** Each thread of a node has its own number behind the node's name. */
    private static boolean isOf(String thread, String instanceId) {
        return thread == null || instanceId == null
                ? thread == null && instanceId == null
                : thread.startsWith(instanceId);
    }

    /** Null before the first node has come. */
    private ConsumerGroupDescription described() {
        try {
            return admin.describeConsumerGroups(List.of(application))
                    .all()
                    .get()
                    .get(application);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
        consumer.close();
    }
}

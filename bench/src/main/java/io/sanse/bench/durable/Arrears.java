package io.sanse.bench.durable;

import io.sanse.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many frames an engine has not yet committed. */
final class Arrears {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Broker broker;
    private final String group;

    Arrears(Broker broker, String group) {
        this.broker = broker;
        this.group = group;
    }

    /**
     * Returns when everything is committed that is there now.
     *
     * @param each is asked at each look, so that it can say that waiting is vain
     */
    void awaitNone(Duration limit, Runnable each) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = broker.ends(Topics.OBSERVATIONS.name());
        long deadline = System.nanoTime() + limit.toNanos();
        while (!reached(ends)) {
            each.run();
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(group + " has not read everything within " + limit);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = broker.admin()
                .listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = committed.get(end.getKey());
            return end.getValue() == 0 || at != null && at.offset() >= end.getValue();
        });
    }
}

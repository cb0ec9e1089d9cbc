package io.sanse.runtime.kafka;

import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.health.Health;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only consumer loop. Order holds per partition; effect and offset are one PostgreSQL transaction, so a crash, a rebalance or a zombie repeats nothing and
 * skips nothing. A batch that fails for want of a dependency is tried again with growing pauses while other partitions go on; a record that can never succeed
 * goes to the dead letters and the ones behind it are not held up. Kafka's own group offsets are written for monitoring only.
 */
public final class ConsumerLoop<V> {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private record Pause(long untilNanos, Duration length) {}

    private final String name;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final PartitionWork<V> work;
    private final Database database;
    private final ConsumerOffsets offsets;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Pause> pauses = new HashMap<>();
    private final Promise<Void> assigned = Promise.promise();
    private final Promise<Void> stopped = Promise.promise();
    private final Health health;
    private volatile boolean stopping;

    private ConsumerLoop(ServiceContext context, Database database, String name, String topic, PartitionWork<V> work) {
        this.name = name;
        this.topic = topic;
        this.work = work;
        this.database = database;
        this.health = context.health();
        this.offsets = new ConsumerOffsets(name, topic);
        this.consumer =
                new KafkaConsumer<>(ConsumerSettings.from(context.settings()).consumer(name));
    }

    /**
     * Starts consuming; completes at the first assignment of partitions. The loop stops with the context's lifecycle.
     *
     * @param name consumer group, and key of its offsets
     */
    public static <V> Future<Void> start(
            ServiceContext context, Database database, String name, String topic, Consumption<V> consumption) {
        PartitionWork<V> work = new PartitionWork<>(database, new ConsumerOffsets(name, topic), consumption);
        ConsumerLoop<V> loop = new ConsumerLoop<>(context, database, name, topic, work);
        Thread thread = new Thread(loop::run, "consumer-" + name);
        thread.setDaemon(true);
        context.lifecycle().onStop("consumer " + name, loop::stop);
        context.health().ready("consumer-" + name, () -> loop.assigned.future());
        thread.start();
        return loop.assigned.future();
    }

    private Future<Void> stop() {
        stopping = true;
        consumer.wakeup();
        return stopped.future();
    }

    private void run() {
        try {
            consumer.subscribe(List.of(topic), new Seek());
            while (!stopping) {
                turn();
            }
        } catch (WakeupException stop) {
            LOG.debug("consumer {} was woken to stop", name);
        } catch (RuntimeException bug) {
            LOG.error("consumer {} has died", name, bug);
            health.markDead("consumer " + name + " has died: " + bug);
        } finally {
            consumer.close();
            stopped.complete();
        }
    }

    private void turn() {
        try {
            resumeDue();
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            Map<TopicPartition, Future<Long>> running = new HashMap<>();
            for (TopicPartition partition : records.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> batch = records.records(partition);
                running.put(
                        partition,
                        work.process(
                                batch,
                                positions.get(partition),
                                records.nextOffsets().get(partition).offset()));
            }
            running.forEach(this::finish);
        } catch (WakeupException stop) {
            throw stop;
        } catch (KafkaException broker) {
            LOG.warn("consumer {}: Kafka failed, going on: {}", name, broker.toString());
        }
    }

    private void finish(TopicPartition partition, Future<Long> outcome) {
        try {
            long next = outcome.await();
            positions.put(partition, next);
            pauses.remove(partition);
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)), null);
        } catch (RuntimeException failure) {
            pause(partition, failure);
        }
    }

    private void pause(TopicPartition partition, RuntimeException failure) {
        Pause last = pauses.get(partition);
        Duration length = last == null ? FIRST_PAUSE : last.length().multipliedBy(2);
        length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
        LOG.warn("consumer {} tries {} again in {} ms: {}", name, partition, length.toMillis(), failure.toString());
        pauses.put(partition, new Pause(System.nanoTime() + length.toNanos(), length));
        consumer.pause(List.of(partition));
    }

    private void resumeDue() {
        pauses.forEach((partition, pause) -> {
            if (consumer.paused().contains(partition) && System.nanoTime() - pause.untilNanos() >= 0) {
                seekToStored(partition);
            }
        });
    }

    private void seekToStored(TopicPartition partition) {
        try {
            long next = offsets.load(database.pool(), partition.partition()).await();
            positions.put(partition, next);
            consumer.seek(partition, next);
            consumer.resume(List.of(partition));
        } catch (RuntimeException failure) {
            pause(partition, failure);
        }
    }

    private final class Seek implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            partitions.forEach(ConsumerLoop.this::seekToStored);
            assigned.tryComplete();
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(positions::remove);
            partitions.forEach(pauses::remove);
        }
    }
}

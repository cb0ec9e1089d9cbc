package io.sanse.runtime.kafka;

import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compacted topic as a table that every process holds whole: read from the beginning at each start, followed ever after, without a group and without offsets. A
 * value may be shown again after a disturbance; the last one of a key is the truth.
 */
public final class TopicTable<V> {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTable.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * How the table is read.
     *
     * @param decoder reads a value; a tombstone is passed on as null without it
     * @param view is shown each key and value on one thread, in the topic's order
     * @param poison keeps values that cannot be read
     */
    public record Reading<V>(Decoder<V> decoder, BiConsumer<String, V> view, PoisonSink poison) {}

    private final String topic;
    private final Reading<V> reading;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Promise<Void> caughtUp = Promise.promise();
    private final Promise<Void> stopped = Promise.promise();
    private volatile boolean stopping;

    private TopicTable(ServiceContext context, String topic, Reading<V> reading) {
        this.topic = topic;
        this.reading = reading;
        Properties config = KafkaSettings.from(context.settings()).consumer("table-" + topic);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.consumer = new KafkaConsumer<>(config);
    }

    /**
     * Starts reading; completes when everything that the topic held at the start has been shown, fails with {@link Unavailable} when Kafka does not answer. Stops
     * with the context's lifecycle.
     */
    public static <V> Future<Void> follow(ServiceContext context, String topic, Reading<V> reading) {
        TopicTable<V> table = new TopicTable<>(context, topic, reading);
        Thread thread = new Thread(table::run, "table-" + topic);
        thread.setDaemon(true);
        context.lifecycle().onStop("table " + topic, table::stop);
        thread.start();
        return table.caughtUp.future();
    }

    private Future<Void> stop() {
        stopping = true;
        consumer.wakeup();
        return stopped.future();
    }

    private void run() {
        try (consumer) {
            Map<TopicPartition, Long> ends = assign();
            while (!stopping) {
                turn(ends);
            }
        } catch (WakeupException stop) {
            LOG.debug("table {} was woken to stop", topic);
        } catch (KafkaException broker) {
            caughtUp.tryFail(new Unavailable("Kafka does not show " + topic + ": " + broker.getMessage(), broker));
        } finally {
            stopped.complete();
        }
    }

    private Map<TopicPartition, Long> assign() {
        Collection<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer.endOffsets(partitions);
    }

    private void turn(Map<TopicPartition, Long> ends) {
        try {
            consumer.poll(POLL).forEach(this::show);
            if (!caughtUp.future().isComplete()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp.complete();
            }
        } catch (WakeupException stop) {
            throw stop;
        } catch (KafkaException broker) {
            LOG.warn("table {}: Kafka failed, going on: {}", topic, broker.toString());
        }
    }

    private void show(ConsumerRecord<byte[], byte[]> record) {
        try {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            reading.view()
                    .accept(
                            key,
                            record.value() == null ? null : reading.decoder().decode(key, record.value()));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("table {}: record {} cannot be shown: {}", topic, record.offset(), unreadable.toString());
            reading.poison()
                    .accept(record, "unreadable", String.valueOf(unreadable.getMessage()))
                    .onFailure(lost -> LOG.error("dead letter of {}@{} is lost", topic, record.offset(), lost));
        }
    }
}

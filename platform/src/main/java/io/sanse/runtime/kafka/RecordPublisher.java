package io.sanse.runtime.kafka;

import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records; each future completes when all in-sync replicas have the record and fails with {@link Unavailable} when that is not known. */
public final class RecordPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(RecordPublisher.class);

    private final KafkaProducer<byte[], byte[]> producer;

    private RecordPublisher(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @param clientId name of the producer, for Kafka's own logs and quotas */
    public static RecordPublisher open(ServiceContext context, String clientId) {
        KafkaSettings settings = KafkaSettings.from(context.settings());
        KafkaProducer<byte[], byte[]> producer = KafkaProducer.create(context.vertx(), settings.producer(clientId));
        // without a handler each failure, which its future tells, would be logged as unhandled too
        producer.exceptionHandler(failure -> LOG.debug("producer {}: {}", clientId, failure.toString()));
        context.lifecycle().onStop("producer " + clientId, producer::close);
        return new RecordPublisher(producer);
    }

    /** By key: the partition is Kafka's choice by the key's hash. A null value is a tombstone. */
    public Future<Void> publish(String topic, String key, byte[] value) {
        return send(KafkaProducerRecord.create(topic, key.getBytes(StandardCharsets.UTF_8), value));
    }

    /** By partition, without a key. */
    public Future<Void> publish(String topic, int partition, byte[] value) {
        return send(KafkaProducerRecord.create(topic, null, value, partition));
    }

    private Future<Void> send(KafkaProducerRecord<byte[], byte[]> record) {
        return producer.send(record)
                .recover(failure -> Future.failedFuture(
                        new Unavailable("Kafka has not taken the record: " + failure.getMessage(), failure)))
                .mapEmpty();
    }

    /** Number of partitions of a topic, as the broker says. */
    public Future<Integer> partitions(String topic) {
        return producer.partitionsFor(topic).map(java.util.List::size);
    }
}

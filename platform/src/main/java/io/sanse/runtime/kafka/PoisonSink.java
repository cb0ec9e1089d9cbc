package io.sanse.runtime.kafka;

import io.vertx.core.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records go that cannot be used. */
@FunctionalInterface
public interface PoisonSink {
    /** Completes when the record is kept for good; a repeat must not make a second letter. */
    Future<Void> accept(ConsumerRecord<byte[], byte[]> record, String reason, String detail);
}

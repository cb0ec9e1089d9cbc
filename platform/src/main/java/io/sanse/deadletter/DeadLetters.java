package io.sanse.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.PoisonSink;
import io.sanse.runtime.kafka.RecordPublisher;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Publishes dead letters and counts them in {@code sanse_rejected_total{protocol,reason}}. */
public final class DeadLetters implements PoisonSink {
    private final String service;
    private final RecordPublisher publisher;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    /** @param service name of the service that refuses */
    public DeadLetters(ServiceContext context, String service, RecordPublisher publisher) {
        this.service = service;
        this.publisher = publisher;
        this.metrics = context.metrics();
        this.clock = context.clock();
    }

    /** Completes when the broker has the letter. */
    public Future<Void> publish(DeadLetter letter) {
        metrics.counter("sanse_rejected_total", "protocol", letter.protocol(), "reason", letter.reason())
                .increment();
        return publisher.publish(Topics.DEAD_LETTERS.name(), letter.id().toString(), Json.bytes(letter));
    }

    @Override
    public Future<Void> accept(ConsumerRecord<byte[], byte[]> record, String reason, String detail) {
        String place = service + ' ' + record.topic() + '-' + record.partition() + '@' + record.offset();
        byte[] raw = record.value() == null ? new byte[0] : record.value();
        return publish(new DeadLetter(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                service,
                "kafka",
                record.topic(),
                reason,
                place + ": " + detail,
                raw,
                clock.instant()));
    }
}

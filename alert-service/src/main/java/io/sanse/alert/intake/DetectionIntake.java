package io.sanse.alert.intake;

import io.sanse.alert.AlertMetrics;
import io.sanse.alert.store.Registrar;
import io.sanse.contract.detection.Detection;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Detections, in the order of their partition. */
public final class DetectionIntake implements BatchHandler<Detection> {
    private final Registrar registrar;
    private final AlertMetrics metrics;

    public DetectionIntake(Registrar registrar, AlertMetrics metrics) {
        this.registrar = registrar;
        this.metrics = metrics;
    }

    @Override
    public Future<Void> handle(SqlConnection transaction, List<Message<Detection>> messages) {
        transaction
                .transaction()
                .completion()
                .onSuccess(done -> messages.forEach(message -> metrics.taken(message.timestamp())));
        Future<Void> chain = Future.succeededFuture();
        for (Message<Detection> message : messages) {
            chain = chain.compose(done -> take(transaction, message.value()));
        }
        return chain;
    }

    private Future<Void> take(SqlConnection transaction, Detection detection) {
        boolean whole = Stream.of(
                        detection.level(),
                        detection.from(),
                        detection.to(),
                        detection.text(),
                        detection.observedAt(),
                        detection.receivedAt(),
                        detection.detectedAt())
                .allMatch(Objects::nonNull);
        return whole
                ? registrar.detected(transaction, detection)
                : Future.failedFuture(new Rejected(
                        "incomplete-detection",
                        "a detection has level, from, to, text, observedAt, receivedAt and detectedAt"));
    }
}

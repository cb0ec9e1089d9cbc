package io.sanse.ingest.listen;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.ObservationPublisher;
import io.sanse.ingest.session.Reply;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Gives what sessions found to those who keep it and count it; counts itself what came to nothing. */
final class Keeping {
    private final ObservationPublisher publisher;
    private final DeadLetterSink letters;
    private final Counter repaired;
    private final Counter refusedConnections;
    private final Counter notKept;

    Keeping(String protocol, Devices devices, MeterRegistry metrics) {
        this.publisher = devices.publisher();
        this.letters = devices.letters();
        this.repaired = metrics.counter("sanse_repaired_total", "protocol", protocol);
        this.refusedConnections = metrics.counter("sanse_connections_refused_total", "protocol", protocol);
        this.notKept = metrics.counter("sanse_messages_not_kept_total", "protocol", protocol);
    }

    /** Completes when the broker has everything that the replies carry. */
    Future<Void> keep(List<Reply> replies) {
        List<Observation> observations = new ArrayList<>();
        List<Future<Void>> kept = new ArrayList<>();
        for (Reply reply : replies) {
            observations.addAll(reply.observations());
            reply.letters().forEach(letter -> kept.add(letters.publish(letter)));
        }
        if (!observations.isEmpty()) {
            kept.add(publisher.publish(observations));
        }
        return Future.all(kept)
                .onFailure(failure -> notKept.increment(replies.size()))
                .mapEmpty();
    }

    /** Whether so much waits for the broker that no device should be read. */
    boolean congested() {
        return publisher.congested();
    }

    /** Completes when devices may be read again. */
    Future<Void> drained() {
        return publisher.drained();
    }

    void countRefusedConnection() {
        refusedConnections.increment();
    }

    void countRepair() {
        repaired.increment();
    }
}

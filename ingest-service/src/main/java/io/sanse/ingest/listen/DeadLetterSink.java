package io.sanse.ingest.listen;

import io.sanse.contract.DeadLetter;
import io.vertx.core.Future;

/** Where listeners hand over what they refused; it counts the letter in {@code sanse_rejected_total}. */
@FunctionalInterface
public interface DeadLetterSink {
    /** Completes when the broker has the letter. */
    Future<Void> publish(DeadLetter letter);
}

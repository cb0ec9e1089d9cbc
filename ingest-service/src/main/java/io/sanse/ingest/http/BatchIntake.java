package io.sanse.ingest.http;

import io.sanse.deadletter.DeadLetters;
import io.sanse.ingest.ObservationPublisher;
import io.sanse.ingest.http.item.BatchResult;
import io.sanse.ingest.http.item.ItemReader;
import io.sanse.ingest.http.item.Sorting;
import io.sanse.ingest.http.item.Upload;
import io.sanse.ingest.registry.Registry;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Takes in a batch: registrations, then observations, then letters for what was refused. Reading is done off the event loop: a batch may have five megabytes. */
final class BatchIntake {
    private final Vertx vertx;
    private final ItemReader reader;
    private final Registry registry;
    private final ObservationPublisher publisher;
    private final DeadLetters letters;

    BatchIntake(ServiceContext context, ItemReader reader, UploadServer.Parts parts) {
        this.vertx = context.vertx();
        this.reader = reader;
        this.registry = parts.registry();
        this.publisher = parts.intake();
        this.letters = parts.letters();
    }

    /**
     * Completes when everything accepted is registered or with the broker, and everything refused is a dead letter; fails with
     * {@link io.sanse.runtime.failure.Unavailable} when that is not known of all: then the whole batch may be sent again.
     */
    Future<BatchResult> take(Upload upload) {
        Sorting sorting = new Sorting(upload, reader);
        return vertx.executeBlocking(sorting::readRegistrations, false)
                .compose(registry::register)
                .compose(registered -> vertx.executeBlocking(sorting::readObservations, false))
                .compose(publisher::publish)
                .compose(published -> keepRefused(sorting))
                .map(kept -> sorting.result());
    }

    private Future<Void> keepRefused(Sorting sorting) {
        return Future.join(sorting.letters().stream().map(letters::publish).toList())
                .mapEmpty();
    }
}

package io.sanse.ingest.publish;

import io.sanse.contract.observation.Observation;
import io.sanse.ingest.ObservationPublisher;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the subjects on the caller's thread and hands the copies to the one context that owns the frames. May be called from any thread; futures complete on the
 * caller's context. What one caller publishes keeps its order per subject.
 */
public final class ObservationIntake implements ObservationPublisher {
    private final Vertx vertx;
    private final Context owner;
    private final SubjectNaming naming;
    private final InFlight inFlight;
    private final FrameBatcher batcher;
    private final IntakeLedger ledger;

    /**
     * @param owner on which batcher and ledger live
     * @param inFlight limit of copies on their way
     */
    ObservationIntake(
            Context owner, SubjectNaming naming, InFlight inFlight, FrameBatcher batcher, IntakeLedger ledger) {
        this.vertx = owner.owner();
        this.owner = owner;
        this.naming = naming;
        this.inFlight = inFlight;
        this.batcher = batcher;
        this.ledger = ledger;
    }

    @Override
    public Future<Void> publish(List<Observation> observations) {
        List<PlacedObservation> copies = new ArrayList<>(observations.size());
        observations.forEach(observation -> copies.addAll(naming.place(observation)));
        if (copies.isEmpty()) {
            return Future.succeededFuture();
        }
        if (!inFlight.admit(copies.size())) {
            return Future.failedFuture(new Unavailable("too many observations are on their way to Kafka", null));
        }
        long start = System.nanoTime();
        Future<Void> acknowledged = Future.future(promise -> owner.runOnContext(now -> batcher.add(copies)
                .onComplete(done -> inFlight.release(copies.size()))
                .onSuccess(done -> ledger.acknowledged(observations, System.nanoTime() - start))
                .onComplete(promise)));
        return onCallersContext(acknowledged);
    }

    @Override
    public boolean congested() {
        return inFlight.congested();
    }

    @Override
    public Future<Void> drained() {
        return onCallersContext(inFlight.drained());
    }

    private Future<Void> onCallersContext(Future<Void> future) {
        Context caller = vertx.getOrCreateContext();
        return Future.future(promise ->
                future.onComplete((done, failure) -> caller.runOnContext(now -> promise.complete(done, failure))));
    }
}

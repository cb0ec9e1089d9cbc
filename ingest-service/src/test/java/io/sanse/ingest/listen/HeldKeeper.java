package io.sanse.ingest.listen;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.ObservationPublisher;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/** Takes what listeners hand over and keeps, holds or refuses it as told. */
final class HeldKeeper implements ObservationPublisher, DeadLetterSink {
    private final List<Observation> observations = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<Promise<Void>> held = new ArrayList<>();
    private final List<Promise<Void>> waiting = new ArrayList<>();
    private boolean congested;
    private boolean holding;
    private boolean refusing;

    @Override
    public synchronized Future<Void> publish(List<Observation> published) {
        observations.addAll(published);
        if (refusing) {
            return Future.failedFuture("the broker is away");
        }
        if (!holding) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        held.add(promise);
        return promise.future();
    }

    @Override
    public synchronized Future<Void> publish(DeadLetter letter) {
        letters.add(letter);
        return Future.succeededFuture();
    }

    @Override
    public synchronized boolean congested() {
        return congested;
    }

    @Override
    public synchronized Future<Void> drained() {
        if (!congested) {
            return Future.succeededFuture();
        }
        Promise<Void> promise = Promise.promise();
        waiting.add(promise);
        return promise.future();
    }

    synchronized void congest() {
        congested = true;
    }

    void drain() {
        List<Promise<Void>> drained;
        synchronized (this) {
            congested = false;
            drained = List.copyOf(waiting);
            waiting.clear();
        }
        drained.forEach(Promise::complete);
    }

    synchronized void hold() {
        holding = true;
    }

    synchronized void refuse() {
        refusing = true;
    }

    /** Keeps what is held and what comes from now on. */
    void release() {
        List<Promise<Void>> released;
        synchronized (this) {
            holding = false;
            released = List.copyOf(held);
            held.clear();
        }
        released.forEach(Promise::complete);
    }

    /** Connections that wait to be read. */
    synchronized int waiting() {
        return waiting.size();
    }

    synchronized int observations() {
        return observations.size();
    }

    synchronized List<String> reasons() {
        return letters.stream().map(DeadLetter::reason).toList();
    }
}

package io.sanse.ingest.publish;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** How many copies are on their way: callers should stop at the limit, and are refused at twice of it. */
final class InFlight {
    private final int limit;
    private int count;
    private Promise<Void> drained = Promise.promise();

    InFlight(int limit) {
        this.limit = limit;
    }

    /** Counts copies in; false, and nothing is counted, when there are too many already. */
    synchronized boolean admit(int copies) {
        if (count > 0 && count + copies > 2 * limit) {
            return false;
        }
        count += copies;
        return true;
    }

    void release(int copies) {
        Promise<Void> free = null;
        synchronized (this) {
            boolean above = count > limit / 2;
            count -= copies;
            if (above && count <= limit / 2) {
                free = drained;
                drained = Promise.promise();
            }
        }
        if (free != null) {
            free.complete();
        }
    }

    synchronized boolean congested() {
        return count > limit;
    }

    /** Completes at once when not congested, else when half of the limit is free. */
    synchronized Future<Void> drained() {
        return congested() ? drained.future() : Future.succeededFuture();
    }

    synchronized int count() {
        return count;
    }
}

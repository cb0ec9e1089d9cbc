package io.sanse.ingest.publish;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** Waits until every copy of one call has been settled; fails with the first failure, but not before all are settled. */
final class Acknowledgement {
    private final Promise<Void> settled = Promise.promise();
    private int open;
    private Throwable failure;

    /** @param copies at least 1 */
    Acknowledgement(int copies) {
        this.open = copies;
    }

    /** @param refusal why the broker has not taken the copy, or null when it has */
    void copyDone(Throwable refusal) {
        failure = failure == null ? refusal : failure;
        open--;
        if (open == 0 && failure == null) {
            settled.complete();
        } else if (open == 0) {
            settled.fail(failure);
        }
    }

    Future<Void> future() {
        return settled.future();
    }
}

package io.sanse.contract;

import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.serviceproxy.ServiceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a service's interface answers: whatever goes wrong behind it is told as a {@link ServiceError}.
 *
 * @param about what is asked about, in the plural, for messages
 */
public record Answers(String about) {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** The answer to a question, which may also throw. */
    public <T> Future<T> to(Supplier<Future<T>> question) {
        // compose turns what the question throws into a failed future
        return Future.succeededFuture().compose(start -> question.get()).recover(this::told);
    }

    /** What is told of a failure. */
    public <T> Future<T> told(Throwable failure) {
        return Future.failedFuture(exception(failure));
    }

    private ServiceException exception(Throwable failure) {
        if (failure instanceof ServiceException onPurpose) {
            return onPurpose;
        }
        if (failure instanceof Rejected refused) {
            return ServiceError.REJECTED.exception(refused.getMessage());
        }
        if (failure instanceof Unavailable) {
            LOG.warn("a question about {} is not answered now: {}", about, failure.toString());
            return ServiceError.UNAVAILABLE.exception(about + " cannot be reached now");
        }
        LOG.error("a question about {} could not be answered", about, failure);
        return ServiceError.BUG.exception("a question about " + about + " could not be answered");
    }
}

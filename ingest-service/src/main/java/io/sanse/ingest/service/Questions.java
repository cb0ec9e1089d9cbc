package io.sanse.ingest.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.serviceproxy.ServiceException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all questions have in common: who may ask, how much, and what is said when it fails. */
final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private Questions() {}

    static void require(Caller caller, Role... roles) {
        if (!Disclosure.has(caller, roles)) {
            throw ServiceError.FORBIDDEN.exception("Your role may not see this");
        }
    }

    static void requireLimit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw ServiceError.REJECTED.exception("limit must be 1 to " + most);
        }
    }

    static <T> Future<T> answer(Supplier<Future<T>> question) {
        // compose turns what the question throws into a failed future
        return Future.succeededFuture()
                .compose(start -> question.get())
                .recover(failure -> Future.failedFuture(serviceException(failure)));
    }

    private static ServiceException serviceException(Throwable failure) {
        if (failure instanceof ServiceException onPurpose) {
            return onPurpose;
        }
        if (failure instanceof IllegalArgumentException malformed) {
            return ServiceError.REJECTED.exception(malformed.getMessage());
        }
        if (failure instanceof Unavailable) {
            LOG.warn("a question is not answered now: {}", failure.toString());
            return ServiceError.UNAVAILABLE.exception("what is stored cannot be reached now");
        }
        LOG.error("a question could not be answered", failure);
        return ServiceError.BUG.exception("internal error");
    }
}

package io.sanse.ingest.service;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** What all questions have in common: who may ask, how much, and what is said when it fails. */
final class Questions {
    private static final Answers ANSWERS = new Answers("what is stored");

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

    /** What a store cannot read of a question is the asker's mistake. */
    static <T> Future<T> answer(Supplier<Future<T>> question) {
        return ANSWERS.to(() -> Future.succeededFuture()
                .compose(start -> question.get())
                .recover(failure -> Future.failedFuture(
                        failure instanceof IllegalArgumentException malformed
                                ? ServiceError.REJECTED.exception(malformed.getMessage())
                                : failure)));
    }
}

package io.sanse.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {
    private final Answers answers = new Answers("alerts");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ServiceError.CONFLICT.exception("as it is"), ServiceError.CONFLICT, "as it is"),
                Arguments.of(new Rejected("bad-limit", "limit is 1"), ServiceError.REJECTED, "limit is 1"),
                Arguments.of(
                        new Unavailable("the database is away", null),
                        ServiceError.UNAVAILABLE,
                        "alerts cannot be reached now"),
                Arguments.of(
                        new IllegalStateException("secret"),
                        ServiceError.BUG,
                        "a question about alerts could not be answered"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatFailsAndWhatIsThrownIsToldAlike(RuntimeException failure, ServiceError error, String message) {
        Future<String> failed = answers.to(() -> Future.failedFuture(failure));
        Future<String> thrown = answers.to(() -> {
            throw failure;
        });
        for (Future<String> answer : Stream.of(failed, thrown).toList()) {
            assertEquals(error, ServiceError.of(answer.cause()));
            assertEquals(message, answer.cause().getMessage());
        }
        assertEquals("fine", answers.to(() -> Future.succeededFuture("fine")).result());
    }
}

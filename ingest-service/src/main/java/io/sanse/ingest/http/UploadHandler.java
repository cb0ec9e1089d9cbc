package io.sanse.ingest.http;

import io.sanse.deadletter.DeadLetters;
import io.sanse.ingest.http.item.BatchReader;
import io.sanse.ingest.http.item.BatchResult;
import io.sanse.ingest.http.item.Upload;
import io.sanse.ingest.http.item.UploadLetters;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/observations}: body to batch, batch to results. */
final class UploadHandler implements Handler<RoutingContext> {
    private static final Logger LOG = LoggerFactory.getLogger(UploadHandler.class);

    private final BatchIntake intake;
    private final DeadLetters letters;
    private final InstantSource clock;

    UploadHandler(BatchIntake intake, DeadLetters letters, InstantSource clock) {
        this.intake = intake;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        String user = Gate.caller(context).user();
        byte[] body = context.body().buffer() == null
                ? new byte[0]
                : context.body().buffer().getBytes();
        Instant receivedAt = clock.instant();
        context.vertx()
                .executeBlocking(() -> BatchReader.read(body, user, receivedAt), false)
                .recover(refusal -> keepRefused(body, user, receivedAt, refusal))
                .compose(intake::take)
                .onSuccess(result -> answer(context, result))
                .onFailure(failure -> context.fail(status(failure), failure));
    }

    /** Always fails: with the refusal when it is kept as a letter. */
    private Future<Upload> keepRefused(byte[] body, String user, Instant receivedAt, Throwable refusal) {
        if (!(refusal instanceof Rejected rejected)) {
            return Future.failedFuture(refusal);
        }
        return letters.publish(UploadLetters.ofBody(user, body, rejected, receivedAt))
                .compose(kept -> Future.failedFuture(rejected));
    }

    /** Keeps a letter of a body that was too long or too slow to be read, then lets the failure be answered. */
    void keepUnread(RoutingContext context) {
        Rejected refusal = refusalOfUnread(context.statusCode());
        if (refusal == null || Gate.caller(context) == null) {
            context.next();
            return;
        }
        Instant now = clock.instant();
        String user = Gate.caller(context).user();
        letters.publish(UploadLetters.ofUnread(user, refusal, now))
                .onFailure(lost -> LOG.warn("the letter of an unread body is lost: {}", lost.toString()))
                .onComplete(kept -> context.next());
    }

    private static Rejected refusalOfUnread(int status) {
        return switch (status) {
            case 408 -> new Rejected("too-slow", "the body did not arrive in time");
            case 413 -> new Rejected("too-large", "the body is longer than a batch may be");
            default -> null;
        };
    }

    private static int status(Throwable failure) {
        if (failure instanceof Rejected) {
            return 400;
        }
        return failure instanceof Unavailable ? 503 : 500;
    }

    private static void answer(RoutingContext context, BatchResult result) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(202)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Buffer.buffer(Json.bytes(result)));
        }
    }
}

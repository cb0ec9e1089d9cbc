package io.sanse.standalone.smsc;

import io.sanse.runtime.json.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.Duration;
import java.util.Map;

/**
 * What people and tests see of the simulator. {@code POST /faults} takes {@code {"fault": "throttle", "times": 3}} (names as {@link SmscFault#text}) or
 * {@code {"answerDelayMs": 500}}.
 */
final class SmscPage {
    private static final int MAX_BODY = 4_096;
    private static final int MAX_DELAY_MS = 600_000;

    private final Vertx vertx;
    private final Mailbox mailbox;
    private final SmscFaults faults;

    SmscPage(Vertx vertx, Mailbox mailbox, SmscFaults faults) {
        this.vertx = vertx;
        this.mailbox = mailbox;
        this.faults = faults;
    }

    Router router() {
        Router router = Router.router(vertx);
        router.get("/messages").handler(this::answerMessages);
        router.get("/faults").handler(context -> context.json(faults.toJson()));
        router.post("/faults")
                .handler(BodyHandler.create(false).setBodyLimit(MAX_BODY))
                .handler(this::switchFault);
        router.get("/").handler(StaticHandler.create("smsc"));
        return router;
    }

    private void answerMessages(RoutingContext context) {
        context.response()
                .putHeader("content-type", "application/json")
                .end(Buffer.buffer(Json.bytes(Map.of("messages", mailbox.messages()))));
    }

    private void switchFault(RoutingContext context) {
        try {
            JsonObject wish = context.body().asJsonObject();
            if (wish.containsKey("answerDelayMs")) {
                int delay = wish.getInteger("answerDelayMs");
                faults.delayAnswers(Duration.ofMillis(Math.max(0, Math.min(delay, MAX_DELAY_MS))));
            } else {
                faults.arm(SmscFault.of(wish.getString("fault")), wish.getInteger("times"));
            }
            context.json(faults.toJson());
        } catch (RuntimeException unreadable) {
            context.response().setStatusCode(400).end("a fault and times, or answerDelayMs, are needed\n");
        }
    }
}

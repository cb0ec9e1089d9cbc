package io.sanse.alert.exchange;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to the province: pushes our newest events as a hint and pulls its feed. What fails here is found again by the next pull of either side. */
final class ProvinceLink {
    private static final Logger LOG = LoggerFactory.getLogger(ProvinceLink.class);
    private static final int PAGE = 100;
    private static final int ANSWER_LIMIT_MS = 10_000;

    private final ExchangeSettings settings;
    private final Database database;
    private final ExchangeStore store;
    private final ExchangeInbox inbox;
    private final WebClient client;
    private final MeterRegistry metrics;

    ProvinceLink(
            ServiceContext context,
            ExchangeSettings settings,
            Database database,
            ExchangeStore store,
            ExchangeInbox inbox) {
        this.settings = settings;
        this.database = database;
        this.store = store;
        this.inbox = inbox;
        this.metrics = context.metrics();
        this.client = WebClient.create(
                context.vertx(), new WebClientOptions().setConnectTimeout(5_000).setFollowRedirects(false));
    }

    /** Posts events; nobody waits for it and nothing rests on it. */
    void push(List<Map<String, Object>> events) {
        if (events.isEmpty()) {
            return;
        }
        JsonArray newest = new JsonArray(new ArrayList<>(events.subList(0, Math.min(PAGE, events.size()))));
        client.postAbs(settings.provinceUrl() + "/exchange/v1/events")
                .putHeader("content-type", "application/cloudevents-batch+json")
                .bearerTokenAuthentication(settings.provinceToken())
                .timeout(ANSWER_LIMIT_MS)
                .sendBuffer(newest.toBuffer())
                .onComplete(attempt ->
                        count("push", attempt.succeeded() && attempt.result().statusCode() == 200));
    }

    /** Takes everything that is new in the province's feed. Never fails: what cannot be had now is had later. */
    Future<Void> pull() {
        return pullPage()
                .onSuccess(done -> count("pull", true))
                .onFailure(failure -> count("pull", false))
                .recover(failure -> {
                    LOG.info("the province cannot be pulled now: {}", failure.getMessage());
                    return Future.succeededFuture();
                });
    }

    private Future<Void> pullPage() {
        return store.peerCursor(database.pool())
                .compose(this::ask)
                .compose(this::takePage)
                .compose(size -> size == PAGE ? pullPage() : Future.succeededFuture());
    }

    private Future<HttpResponse<Buffer>> ask(Optional<String> cursor) {
        HttpRequest<Buffer> request = client.getAbs(settings.provinceUrl() + "/exchange/v1/events")
                .addQueryParam("limit", Integer.toString(PAGE))
                .bearerTokenAuthentication(settings.provinceToken())
                .timeout(ANSWER_LIMIT_MS);
        cursor.ifPresent(text -> request.addQueryParam("after", text));
        return request.send();
    }

    private Future<Integer> takePage(HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("the province answers " + response.statusCode());
        }
        JsonObject page = response.bodyAsJsonObject();
        List<Map<String, Object>> events = page.getJsonArray("events").stream()
                .map(event -> ((JsonObject) event).getMap())
                .toList();
        return inbox.receive(events)
                .compose(taken -> store.movePeerCursor(database.pool(), page.getString("cursor")))
                .map(moved -> events.size());
    }

    private void count(String direction, boolean success) {
        metrics.counter("sanse_exchange_total", "direction", direction, "result", success ? "ok" : "failed")
                .increment();
    }
}

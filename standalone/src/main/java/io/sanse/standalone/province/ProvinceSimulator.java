package io.sanse.standalone.province;

import io.sanse.standalone.journal.Journal;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provincial platform's side of the exchange over HTTP. Beside {@code /exchange/v1} it serves, for people and tests, {@code GET /state} (alerts that it knows, with
 * the city's head), {@code POST /commands} ({@code {verb, alertId, data}}) and {@code POST /outage} ({@code {on}}: while on, it neither answers nor pulls).
 */
public final class ProvinceSimulator extends AbstractVerticle {
    private static final Logger LOG = LoggerFactory.getLogger(ProvinceSimulator.class);
    private static final int PAGE = 200;
    private static final int MAX_BODY = 5 * 1024 * 1024;

    private final ProvinceSettings settings;
    private final InstantSource clock;
    private ProvinceState state;
    private WebClient client;
    private HttpServer server;
    private boolean outage;
    private boolean pulling;
    private String cityCursor;

    public ProvinceSimulator(ProvinceSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start(Promise<Void> started) {
        state = new ProvinceState(new Journal(settings.file()), clock);
        client = WebClient.create(vertx);
        vertx.setPeriodic(settings.pullEvery().toMillis(), timer -> pull());
        vertx.createHttpServer()
                .requestHandler(router())
                .listen(settings.port(), "127.0.0.1")
                .onSuccess(listening -> server = listening)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    public int port() {
        return server.actualPort();
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        router.get("/state").handler(this::answerState);
        router.post("/outage").handler(this::switchOutage);
        router.post("/commands").handler(this::giveCommand);
        router.route("/exchange/v1/*").handler(this::admit);
        router.get("/exchange/v1/events").handler(this::answerFeed);
        router.post("/exchange/v1/events").handler(this::takePush);
        router.get("/exchange/v1/heads").handler(context -> context.json(state.head()));
        return router;
    }

    private void admit(RoutingContext context) {
        if (outage) {
            context.response().setStatusCode(503).end();
        } else if (!("Bearer " + settings.ownToken()).equals(context.request().getHeader("Authorization"))) {
            context.response().setStatusCode(401).end();
        } else {
            context.next();
        }
    }

    private void answerState(RoutingContext context) {
        context.json(new JsonObject()
                .put("citySeq", state.citySeq())
                .put("cityDigest", state.cityDigest())
                .put("outage", outage)
                .put("alerts", new JsonArray(state.alerts())));
    }

    private void switchOutage(RoutingContext context) {
        outage = context.body().asJsonObject().getBoolean("on");
        context.response().setStatusCode(204).end();
    }

    private void giveCommand(RoutingContext context) {
        JsonObject order = context.body().asJsonObject();
        JsonObject event = state.command(
                order.getString("verb"), order.getString("alertId"), order.getJsonObject("data", new JsonObject()));
        push(event);
        context.response().setStatusCode(202);
        context.json(event);
    }

    private void answerFeed(RoutingContext context) {
        long after = seqOf(context.request().getParam("after"));
        int limit = Integer.parseInt(context.request().getParam("limit", "100"));
        List<JsonObject> events = state.ownAfter(after, limit);
        context.json(
                new JsonObject().put("events", new JsonArray(events)).put("cursor", cursorOf(after + events.size())));
    }

    private static long seqOf(String cursor) {
        return cursor == null
                ? 0
                : Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
    }

    private static String cursorOf(long seq) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(seq).getBytes(StandardCharsets.US_ASCII));
    }

    private void takePush(RoutingContext context) {
        Object body = Json.decodeValue(context.body().buffer());
        JsonArray events = body instanceof JsonArray batch ? batch : new JsonArray().add(body);
        JsonArray results = new JsonArray();
        boolean gap = false;
        for (int i = 0; i < events.size(); i++) {
            JsonObject event = events.getJsonObject(i);
            ProvinceState.Reception reception = state.receive(event);
            gap |= reception == ProvinceState.Reception.GAP;
            results.add(new JsonObject()
                    .put("id", event.getString("id"))
                    .put(
                            "status",
                            reception == ProvinceState.Reception.GAP
                                    ? "parked"
                                    : reception.name().toLowerCase(Locale.ROOT)));
        }
        context.json(new JsonObject().put("results", results));
        if (gap) {
            pull();
        }
    }

    /** Asks the city for what is behind our last event, page after page. */
    private void pull() {
        if (outage || pulling) {
            return;
        }
        pulling = true;
        pullPage().onComplete(done -> pulling = false);
    }

    private Future<Void> pullPage() {
        HttpRequest<Buffer> request = client.getAbs(settings.cityBase() + "/exchange/v1/events")
                .addQueryParam("limit", Integer.toString(PAGE))
                .bearerTokenAuthentication(settings.cityToken().get());
        if (cityCursor != null) {
            request.addQueryParam("after", cityCursor);
        }
        return request.send()
                .compose(this::takePage)
                .onFailure(failure -> LOG.debug("the city does not answer: {}", failure.toString()));
    }

    private Future<Void> takePage(HttpResponse<Buffer> response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture("the city answers " + response.statusCode());
        }
        JsonObject page = response.bodyAsJsonObject();
        JsonArray events = page.getJsonArray("events");
        boolean gap = false;
        for (int i = 0; i < events.size(); i++) {
            gap |= state.receive(events.getJsonObject(i)) == ProvinceState.Reception.GAP;
        }
        // behind a gap only the beginning helps: what is here already is passed over
        cityCursor = gap ? null : page.getString("cursor");
        return events.size() == PAGE ? pullPage() : Future.succeededFuture();
    }

    private void push(JsonObject event) {
        client.postAbs(settings.cityBase() + "/exchange/v1/events")
                .putHeader("Content-Type", "application/cloudevents-batch+json")
                .bearerTokenAuthentication(settings.cityToken().get())
                .sendBuffer(new JsonArray().add(event).toBuffer())
                .onFailure(failure -> LOG.info("the city will find the command by pulling: {}", failure.toString()));
    }
}

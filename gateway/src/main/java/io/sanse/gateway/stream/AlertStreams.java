package io.sanse.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.contract.Hints;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.contract.service.EventsQuery;
import io.sanse.gateway.api.Services;
import io.sanse.gateway.http.Call;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code GET /api/v1/stream}: keeps the clients of this gateway and wakes them. Meters: {@code sanse_stream_clients}, {@code sanse_stream_positions_dropped_total},
 * {@code sanse_stream_ended_total{reason}}.
 */
public final class AlertStreams {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration AREA_REFRESH = Duration.ofMinutes(5);

    private final Vertx vertx;
    private final Services services;
    private final StreamSettings settings;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Set<StreamSession> sessions = ConcurrentHashMap.newKeySet();
    private final List<MessageConsumer<?>> consumers = new ArrayList<>();
    private final List<Long> timers = new ArrayList<>();
    private Map<String, LivePosition> positions = new LinkedHashMap<>();

    public AlertStreams(
            Vertx vertx, Services services, StreamSettings settings, MeterRegistry metrics, InstantSource clock) {
        this.vertx = vertx;
        this.services = services;
        this.settings = settings;
        this.metrics = metrics;
        this.clock = clock;
        Gauge.builder("sanse_stream_clients", sessions, Set::size).register(metrics);
    }

    /** Listens for hints; completes when they will be heard. */
    public Future<Void> start() {
        consumers.add(vertx.eventBus().consumer(Hints.ALERT_EVENTS, hint -> sessions.forEach(StreamSession::wake)));
        consumers.add(vertx.eventBus().<JsonObject>consumer(Hints.POSITIONS, this::position));
        every(settings.poll(), () -> sessions.forEach(StreamSession::wake));
        every(settings.heartbeat(), () -> sessions.forEach(StreamSession::heartbeat));
        every(AREA_REFRESH, () -> sessions.forEach(this::look));
        every(TICK, this::tick);
        return Future.all(consumers.stream().map(MessageConsumer::completion).toList())
                .mapEmpty();
    }

    private void every(Duration pace, Runnable work) {
        timers.add(vertx.setPeriodic(pace.toMillis(), tick -> work.run()));
    }

    /** Answers one client; what cannot begin fails as any other request. */
    public void open(RoutingContext context, Call call) {
        String header = call.parameters().text("Last-Event-ID");
        String after = header == null ? call.parameters().text("lastEventId") : header;
        services.alerts()
                .eventsAfter(new EventsQuery(call.caller(), after, StreamSession.PAGE))
                .onSuccess(page -> begin(context, call, page))
                .onFailure(context::fail);
    }

    /** A client that has gone away meanwhile would never be let go of. */
    private void begin(RoutingContext context, Call call, AlertEventPage page) {
        if (!context.response().closed()) {
            session(context, call).begin(page);
        }
    }

    private StreamSession session(RoutingContext context, Call call) {
        HttpServerResponse response = context.response()
                .setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                // neither a compressor here nor a proxy outside may hold events back
                .putHeader("x-accel-buffering", "no")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        boolean wantsPositions = call.parameters().flag("positions");
        StreamSession session = new StreamSession(response, call.caller(), services.alerts(), wantsPositions);
        sessions.add(session);
        Duration left = Duration.between(clock.instant(), call.identity().expiresAt());
        long expiry = vertx.setTimer(Math.max(1, left.toMillis()), now -> end(session, "token-expired"));
        context.addEndHandler(gone -> {
            vertx.cancelTimer(expiry);
            sessions.remove(session);
        });
        look(session);
        return session;
    }

    private void look(StreamSession session) {
        if (session.wantsPositions()) {
            VisibleArea.of(session.caller(), services.ingest()).onSuccess(session::see);
        }
    }

    private void position(Message<JsonObject> hint) {
        LivePosition.of(hint.body()).ifPresent(position -> positions.put(position.subject(), position));
    }

    private void tick() {
        Map<String, LivePosition> seen = positions;
        positions = new LinkedHashMap<>();
        for (StreamSession session : sessions) {
            if (session.secondsFull() >= settings.patience().toSeconds()) {
                leave(session, "too-slow");
                session.cut();
            } else if (session.wantsPositions() && !seen.isEmpty()) {
                int dropped = session.positions(seen.values(), settings.positionsPerSecond());
                metrics.counter("sanse_stream_positions_dropped_total").increment(dropped);
            }
        }
    }

    private void end(StreamSession session, String reason) {
        leave(session, reason);
        session.end(reason);
    }

    private void leave(StreamSession session, String reason) {
        metrics.counter("sanse_stream_ended_total", "reason", reason).increment();
        sessions.remove(session);
    }

    /** Ends every stream and stops listening. */
    public Future<Void> stop() {
        timers.forEach(vertx::cancelTimer);
        sessions.forEach(session -> end(session, "stopping"));
        return Future.join(consumers.stream().map(MessageConsumer::unregister).toList())
                .mapEmpty();
    }
}

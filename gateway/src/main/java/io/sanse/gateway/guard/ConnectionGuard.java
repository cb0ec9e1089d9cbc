package io.sanse.gateway.guard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Closes connections of an address that holds too many (counted in {@code sanse_http_connections_refused_total}), and those whose next request head does not come
 * in time: an idle time-out does not see a client that sends a byte of it now and then. Runs on the event loop of one HTTP server.
 */
public final class ConnectionGuard implements Handler<HttpConnection> {
    private final Vertx vertx;
    private final HttpLimits limits;
    private final Counter refused;
    private final Map<String, Integer> open = new HashMap<>();
    private final Map<HttpConnection, Long> deadlines = new HashMap<>();

    public ConnectionGuard(Vertx vertx, HttpLimits limits, MeterRegistry metrics) {
        this.vertx = vertx;
        this.limits = limits;
        this.refused = metrics.counter("sanse_http_connections_refused_total");
    }

    @Override
    public void handle(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int held = open.merge(address, 1, Integer::sum);
        connection.closeHandler(closed -> forget(connection, address));
        if (held > limits.connectionsPerAddress()) {
            refused.increment();
            connection.close();
        } else {
            expectHead(connection);
        }
    }

    private void forget(HttpConnection connection, String address) {
        headCame(connection);
        open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }

    private void expectHead(HttpConnection connection) {
        headCame(connection);
        deadlines.put(connection, vertx.setTimer(limits.idle().toMillis(), late -> {
            deadlines.remove(connection);
            connection.close();
        }));
    }

    private void headCame(HttpConnection connection) {
        Long timer = deadlines.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    /** Root handler: a head has come, and the next one is expected after its answer. */
    public void request(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        headCame(connection);
        context.addEndHandler(answered -> {
            if (answered.succeeded()) {
                expectHead(connection);
            }
        });
        context.next();
    }
}

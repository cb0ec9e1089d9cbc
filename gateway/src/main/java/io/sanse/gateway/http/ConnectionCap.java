package io.sanse.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Closes connections of an address that holds too many; counted in {@code sanse_http_connections_refused_total}. */
public final class ConnectionCap implements Handler<HttpConnection> {
    private final int max;
    private final Counter refused;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    public ConnectionCap(int max, MeterRegistry metrics) {
        this.max = max;
        this.refused = metrics.counter("sanse_http_connections_refused_total");
    }

    @Override
    public void handle(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int held = open.merge(address, 1, Integer::sum);
        connection.closeHandler(
                closed -> open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1));
        if (held > max) {
            refused.increment();
            connection.close();
        }
    }
}

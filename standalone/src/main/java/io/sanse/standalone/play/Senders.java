package io.sanse.standalone.play;

import io.sanse.standalone.city.AirStation;
import io.sanse.standalone.city.City;
import io.sanse.standalone.city.Truck;
import io.sanse.standalone.night.Event;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everybody who sends: one connection for each truck and station, one client for the departments' systems. All on one event loop. */
final class Senders extends VerticleBase {
    private static final long PATIENCE_CHECK_MS = 2_000;
    private static final int CONNECT_LIMIT_MS = 5_000;
    private static final int MAX_ITEMS = 500;

    private record Device<D extends Dialect>(D dialect, Uplink uplink) {}

    private final City city;
    private final Endpoints endpoints;
    private final String token;
    private final Map<Truck, Device<TerminalDialect>> terminals = new HashMap<>();
    private final Map<AirStation, Device<StationDialect>> stations = new HashMap<>();
    private PublicApi api;

    /** @param token bearer token of the integrator */
    Senders(City city, Endpoints endpoints, String token) {
        this.city = city;
        this.endpoints = endpoints;
        this.token = token;
    }

    @Override
    public Future<?> start() {
        api = new PublicApi(vertx, endpoints.http(), token);
        NetClient client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(CONNECT_LIMIT_MS));
        for (Truck truck : city.trucks()) {
            terminals.put(truck, device(client, endpoints.jt808(), new TerminalDialect(truck)));
        }
        for (AirStation station : city.stations()) {
            stations.put(station, device(client, endpoints.hj212(), new StationDialect(station)));
        }
        vertx.setPeriodic(PATIENCE_CHECK_MS, tick -> uplinks().forEach(Uplink::checkPatience));
        return Future.succeededFuture();
    }

    private <D extends Dialect> Device<D> device(NetClient client, int port, D dialect) {
        return new Device<>(
                dialect, new Uplink(vertx, client, SocketAddress.inetSocketAddress(port, "127.0.0.1"), dialect));
    }

    private List<Uplink> uplinks() {
        List<Uplink> uplinks = new ArrayList<>();
        terminals.values().forEach(device -> uplinks.add(device.uplink()));
        stations.values().forEach(device -> uplinks.add(device.uplink()));
        return uplinks;
    }

    @Override
    public Future<?> stop() {
        uplinks().forEach(Uplink::close);
        return Future.succeededFuture();
    }

    /** Sends all of it; completes when everybody has had every acknowledgement. May be called from any thread. */
    Future<Void> send(List<Event> events) {
        Promise<Void> sent = Promise.promise();
        context.runOnContext(here -> dispatch(events).onComplete(sent));
        return sent.future();
    }

    private Future<Void> dispatch(List<Event> events) {
        Map<Uplink, List<Dialect.Outgoing>> perDevice = new LinkedHashMap<>();
        List<JsonObject> uploads = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Transmission transmission) {
                Device<TerminalDialect> device = terminals.get(transmission.truck());
                add(perDevice, device.uplink(), device.dialect().encode(transmission));
            } else if (event instanceof Event.Measurement measurement) {
                Device<StationDialect> device = stations.get(measurement.station());
                add(perDevice, device.uplink(), device.dialect().encode(measurement));
            } else if (event instanceof Event.Upload upload) {
                uploads.add(UploadItems.of(upload));
            }
        }
        List<Future<?>> running = new ArrayList<>();
        perDevice.forEach((uplink, messages) -> running.add(uplink.send(messages)));
        running.add(deliver(uploads));
        return Future.all(running).mapEmpty();
    }

    private static void add(Map<Uplink, List<Dialect.Outgoing>> perDevice, Uplink uplink, Dialect.Outgoing message) {
        perDevice.computeIfAbsent(uplink, first -> new ArrayList<>()).add(message);
    }

    /** Delivers items in their order, in batches one after the other. */
    Future<Void> deliver(List<JsonObject> items) {
        Future<Void> chain = Future.succeededFuture();
        for (int i = 0; i < items.size(); i += MAX_ITEMS) {
            List<JsonObject> batch = items.subList(i, Math.min(items.size(), i + MAX_ITEMS));
            chain = chain.compose(done -> api.deliver(batch));
        }
        return chain;
    }
}

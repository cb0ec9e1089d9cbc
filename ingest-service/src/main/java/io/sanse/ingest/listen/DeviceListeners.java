package io.sanse.ingest.listen;

import io.micrometer.core.instrument.Gauge;
import io.sanse.ingest.listen.DeviceListener.Port;
import io.sanse.ingest.session.DeviceRules;
import io.sanse.ingest.session.DeviceSession;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Opens the ports for devices. */
public final class DeviceListeners {
    private final ServiceContext context;
    private final Devices devices;

    /**
     * The ports in use, which differ from the settings where those are 0.
     *
     * @param jt808 for terminals
     * @param hj212 for stations
     */
    public record Ports(int jt808, int hj212) {}

    public DeviceListeners(ServiceContext context, Devices devices) {
        this.context = context;
        this.devices = devices;
    }

    /** Completes when both ports listen; fails when one cannot, for example because it is in use. */
    public Future<Ports> start() {
        DeviceRules rules = DeviceRules.from(context.settings(), devices.directory());
        DeviceSettings settings = DeviceSettings.from(context.settings());
        return open(settings.terminals(), () -> DeviceSession.withTerminal(rules))
                .compose(jt808 -> open(
                                settings.stations(), () -> DeviceSession.withStations(rules, settings.longestSegment()))
                        .map(hj212 -> new Ports(jt808, hj212)));
    }

    private Future<Integer> open(ListenerSettings settings, Supplier<DeviceSession> sessions) {
        ConnectionLimits limits = new ConnectionLimits(settings);
        Gauge.builder("sanse_connections", limits, ConnectionLimits::open)
                .tag("protocol", settings.protocol())
                .register(context.metrics());
        Keeping keeping = new Keeping(settings.protocol(), devices, context.metrics());
        Port port = new Port(settings, limits, sessions, keeping, context.clock());
        List<DeviceListener> listeners = Collections.synchronizedList(new ArrayList<>());
        Supplier<DeviceListener> deployed = () -> {
            DeviceListener listener = new DeviceListener(port);
            listeners.add(listener);
            return listener;
        };
        DeploymentOptions options = new DeploymentOptions().setInstances(settings.instances());
        return context.vertx().deployVerticle(deployed, options).map(id -> {
            context.lifecycle().onStop(settings.protocol() + " listener", () -> context.vertx()
                    .undeploy(id));
            return listeners.get(0).actualPort();
        });
    }
}

package io.sanse.ingest.listen;

import io.sanse.ingest.listen.DeviceConnection.ServiceEdge;
import io.sanse.ingest.session.DeviceSession;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one protocol's port on one event loop. */
final class DeviceListener extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceListener.class);
    /** A connection is looked at so many times within the time that a frame may take. */
    private static final int SWEEPS = 20;

    private final Port port;
    private final Set<DeviceConnection> connections = new HashSet<>();
    private NetServer server;

    /**
     * What all event loops of one port share.
     *
     * @param settings how the port is run
     * @param limits counts connections
     * @param sessions makes a session for a new connection
     * @param keeping keeps what sessions find
     * @param clock the present time
     */
    record Port(
            ListenerSettings settings,
            ConnectionLimits limits,
            Supplier<DeviceSession> sessions,
            Keeping keeping,
            InstantSource clock) {}

    DeviceListener(Port port) {
        this.port = port;
    }

    @Override
    public Future<?> start() {
        long interval = Math.max(1, port.settings().framePatience().toMillis() / SWEEPS);
        vertx.setPeriodic(interval, timer -> Set.copyOf(connections).forEach(DeviceConnection::sweep));
        server = vertx.createNetServer(options(port.settings().patience())).connectHandler(this::connected);
        return server.listen(port.settings().port(), port.settings().host());
    }

    /** A device that takes no answers would keep a closing connection for ever; only the idle time-out cuts it off. */
    private static NetServerOptions options(Duration patience) {
        NetServerOptions options = new NetServerOptions();
        options.setTcpNoDelay(true).setReuseAddress(true);
        options.setIdleTimeout((int) patience.toMillis()).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        return options;
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }

    /** The port in use, which differs from the setting when that is 0. */
    int actualPort() {
        return server.actualPort();
    }

    private void connected(NetSocket socket) {
        String address = socket.remoteAddress().hostAddress();
        if (!port.limits().enter(address)) {
            LOG.warn("no more connections for {} from {}", port.settings().protocol(), address);
            port.keeping().countRefusedConnection();
            socket.close();
            return;
        }
        ServiceEdge edge = new ServiceEdge(port.clock(), context);
        DeviceConnection connection =
                new DeviceConnection(socket, port.sessions().get(), port.keeping(), port.settings(), edge);
        connections.add(connection);
        socket.closeHandler(gone -> {
            connections.remove(connection);
            port.limits().leave(address);
            connection.closed();
        });
        connection.open();
    }
}

package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.Pdu;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session to the SMSC: connects, binds, and does so again with growing pauses whenever it ends. Confined to
 * the context that {@link #start} is called on.
 */
final class SmppLink {
    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

    private final Vertx vertx;
    private final SmppSettings settings;
    private final Function<Pdu, Future<Answer>> requests;
    private final Runnable bound;
    private final NetClient client;
    private volatile SmppSession session;
    private Duration pause;
    private boolean stopped;

    /**
     * @param requests answers what the SMSC asks
     * @param bound called each time a session has come up
     */
    SmppLink(Vertx vertx, SmppSettings settings, Function<Pdu, Future<Answer>> requests, Runnable bound) {
        this.vertx = vertx;
        this.settings = settings;
        this.requests = requests;
        this.bound = bound;
        this.pause = settings.pace().reconnect();
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout((int) settings.pace().answer().toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true));
    }

    /** Begins to connect; an SMSC that is away does not keep the service from starting. */
    void start() {
        SmppSession.open(vertx, client, settings, requests).onSuccess(this::up).onFailure(this::retry);
    }

    /** The session, while there is one. */
    Optional<SmppSession> session() {
        return Optional.ofNullable(session);
    }

    /** Unbinds and stays down. */
    Future<Void> stop() {
        stopped = true;
        return session()
                .map(SmppSession::close)
                .orElseGet(Future::succeededFuture)
                .eventually(client::close);
    }

    private void up(SmppSession opened) {
        if (stopped) {
            opened.close();
            return;
        }
        LOG.info("bound to smsc {}:{} as {}", settings.host(), settings.port(), settings.account());
        session = opened;
        pause = settings.pace().reconnect();
        opened.closed().onComplete(ended -> down());
        bound.run();
    }

    private void down() {
        session = null;
        if (!stopped) {
            LOG.warn("connection to smsc {}:{} ended", settings.host(), settings.port());
            again();
        }
    }

    private void retry(Throwable cause) {
        LOG.warn("no session with smsc {}:{}: {}", settings.host(), settings.port(), cause.getMessage());
        again();
    }

    private void again() {
        if (!stopped) {
            vertx.setTimer(pause.toMillis(), timer -> start());
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(settings.pace().reconnectAtMost()) > 0
                    ? settings.pace().reconnectAtMost()
                    : doubled;
        }
    }
}

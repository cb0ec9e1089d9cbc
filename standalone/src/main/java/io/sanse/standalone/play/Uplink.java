package io.sanse.standalone.play;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One device's connection. What was sent stays in hand until it is acknowledged; when the connection breaks or no answer comes, the device connects again, says
 * who it is and sends everything in hand once more, as real ones do. Used on one event loop only.
 */
final class Uplink implements Dialect.Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long RECONNECT_MS = 250;

    private final Vertx vertx;
    private final NetClient client;
    private final SocketAddress platform;
    private final Dialect dialect;
    private final Map<String, byte[]> inHand = new LinkedHashMap<>();
    private Promise<Void> done = Promise.promise();
    private NetSocket socket;
    private String greeting;
    private boolean ready;
    private boolean connecting;
    private boolean closed;
    private long waitingSince;

    Uplink(Vertx vertx, NetClient client, SocketAddress platform, Dialect dialect) {
        this.vertx = vertx;
        this.client = client;
        this.platform = platform;
        this.dialect = dialect;
    }

    /** Completes when all of it is acknowledged; fails when the platform refuses some of it. */
    Future<Void> send(List<Dialect.Outgoing> messages) {
        if (inHand.isEmpty()) {
            done = Promise.promise();
            waitingSince = System.nanoTime();
        }
        messages.forEach(message -> inHand.put(message.key(), message.bytes()));
        if (ready) {
            messages.forEach(message -> socket.write(Buffer.buffer(message.bytes())));
        } else {
            connect();
        }
        return done.future();
    }

    private void connect() {
        if (connecting || closed || socket != null) {
            return;
        }
        connecting = true;
        client.connect(platform).onComplete(attempt -> {
            connecting = false;
            if (attempt.succeeded()) {
                connected(attempt.result());
            } else {
                vertx.setTimer(RECONNECT_MS, later -> connect());
            }
        });
    }

    private void connected(NetSocket fresh) {
        socket = fresh;
        fresh.handler(buffer -> dialect.read(buffer.getBytes()));
        fresh.exceptionHandler(broken -> fresh.close());
        fresh.closeHandler(gone -> disconnected());
        Dialect.Outgoing hello = dialect.greet(this);
        if (hello == null) {
            resend();
        } else {
            greeting = hello.key();
            fresh.write(Buffer.buffer(hello.bytes()));
        }
    }

    private void disconnected() {
        socket = null;
        ready = false;
        if (!inHand.isEmpty()) {
            vertx.setTimer(RECONNECT_MS, later -> connect());
        }
    }

    private void resend() {
        ready = true;
        waitingSince = System.nanoTime();
        inHand.values().forEach(bytes -> socket.write(Buffer.buffer(bytes)));
        completeWhenEmpty();
    }

    @Override
    public void acknowledged(String key) {
        if (key.equals(greeting)) {
            greeting = null;
            resend();
        } else if (inHand.remove(key) != null) {
            completeWhenEmpty();
        }
    }

    @Override
    public void refused(String reason) {
        done.tryFail(new IllegalStateException("the platform refuses " + dialect.device() + ": " + reason));
    }

    private void completeWhenEmpty() {
        if (inHand.isEmpty()) {
            done.tryComplete();
        }
    }

    /** Hangs up when an answer is overdue; the device then tries again. */
    void checkPatience() {
        boolean overdue = !inHand.isEmpty() && System.nanoTime() - waitingSince > PATIENCE.toNanos();
        if (overdue && socket != null) {
            socket.close();
        }
    }

    void close() {
        closed = true;
        if (socket != null) {
            socket.close();
        }
    }
}

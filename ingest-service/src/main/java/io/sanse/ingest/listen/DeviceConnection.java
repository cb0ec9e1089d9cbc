package io.sanse.ingest.listen;

import io.sanse.ingest.session.DeviceSession;
import io.sanse.ingest.session.Reply;
import io.sanse.ingest.session.Reply.Verdict;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the bytes of one device. The socket is read only while few messages wait for the broker, of this device and of all, and the device takes its
 * answers; an answer leaves when what it answers for is kept. All of it runs on the connection's event loop.
 */
final class DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceConnection.class);
    /** Bytes handed to the session at a time, so that limits are looked at between messages and not only between reads. */
    private static final int SLICE = 512;

    private final NetSocket socket;
    private final DeviceSession session;
    private final Keeping keeping;
    private final ListenerSettings settings;
    private final InstantSource clock;
    private final Context eventLoop;

    private byte[] unread = {};
    private int inFlight;
    private int unsoundInARow;
    private Instant lastSound;
    /** When a message was first seen to have begun that has not ended since, null when none has. */
    private Instant messageBegan;

    private boolean waitsForRoom;
    private boolean closing;

    DeviceConnection(
            NetSocket socket, DeviceSession session, Keeping keeping, ListenerSettings settings, ServiceEdge edge) {
        this.socket = socket;
        this.session = session;
        this.keeping = keeping;
        this.settings = settings;
        this.clock = edge.clock();
        this.eventLoop = edge.eventLoop();
        this.lastSound = clock.instant();
    }

    /** What a connection needs of the service around it. */
    record ServiceEdge(InstantSource clock, Context eventLoop) {}

    void open() {
        socket.exceptionHandler(
                failure -> LOG.debug("connection of {}: {}", socket.remoteAddress(), failure.toString()));
        socket.drainHandler(drained -> advance());
        socket.handler(this::read);
    }

    /** The device has closed the connection, or the connection was closed. */
    void closed() {
        if (!closing) {
            closing = true;
            perform(receive(unread));
        }
        perform(session.end(clock.instant()));
    }

    /** Looks at what has waited too long: parts that never came, a frame that does not end, a connection that brings nothing. */
    void sweep() {
        Instant now = clock.instant();
        perform(session.expire(now));
        boolean waitsForBroker = inFlight > 0 || waitsForRoom;
        if (!waitsForBroker && (isSilent(now) || isSlow(now))) {
            LOG.debug("{} is silent or slow", socket.remoteAddress());
            close();
        }
    }

    private boolean isSilent(Instant now) {
        return lastSound.plus(settings.patience()).isBefore(now);
    }

    private boolean isSlow(Instant now) {
        if (!session.isInsideMessage()) {
            messageBegan = null;
            return false;
        }
        if (messageBegan == null || lastSound.isAfter(messageBegan)) {
            messageBegan = now;
        }
        return messageBegan.plus(settings.framePatience()).isBefore(now);
    }

    private void read(Buffer buffer) {
        byte[] bytes = buffer.getBytes();
        int left = unread.length;
        unread = Arrays.copyOf(unread, left + bytes.length);
        System.arraycopy(bytes, 0, unread, left, bytes.length);
        advance();
    }

    private void advance() {
        int at = 0;
        while (at < unread.length && mayRead()) {
            byte[] slice = Arrays.copyOfRange(unread, at, Math.min(unread.length, at + SLICE));
            at += slice.length;
            perform(receive(slice));
        }
        unread = Arrays.copyOfRange(unread, at, unread.length);
        if (unread.length > 0 && !closing) {
            socket.pause();
        } else {
            socket.resume();
        }
    }

    private List<Reply> receive(byte[] slice) {
        try {
            return session.receive(slice, clock.instant());
        } catch (RuntimeException bug) {
            LOG.error("{} sent what no session should stumble over", socket.remoteAddress(), bug);
            close();
            return List.of();
        }
    }

    private boolean mayRead() {
        return !closing && inFlight < settings.inFlight() && !socket.writeQueueFull() && !waitsForRoom();
    }

    private boolean waitsForRoom() {
        if (!waitsForRoom && keeping.congested()) {
            waitsForRoom = true;
            keeping.drained()
                    .onComplete(room -> eventLoop.runOnContext(now -> {
                        waitsForRoom = false;
                        advance();
                    }));
        }
        return waitsForRoom;
    }

    private void perform(List<Reply> replies) {
        List<Reply> toKeep = new ArrayList<>(replies.size());
        Buffer answers = Buffer.buffer();
        for (Reply reply : replies) {
            judge(reply);
            if (reply.keepsNothing()) {
                answers.appendBytes(reply.whenKept().get());
            } else {
                toKeep.add(reply);
            }
        }
        send(answers);
        if (!toKeep.isEmpty()) {
            inFlight += toKeep.size();
            keeping.keep(toKeep).onComplete(kept -> eventLoop.runOnContext(now -> answer(toKeep, kept)));
        }
        if (unsoundInARow >= settings.unsoundInARow()) {
            close();
        }
    }

    private void judge(Reply reply) {
        if (reply.verdict() == Verdict.UNSOUND) {
            unsoundInARow++;
            return;
        }
        unsoundInARow = 0;
        lastSound = clock.instant();
        if (reply.verdict() == Verdict.REPAIRED) {
            keeping.countRepair();
        }
    }

    private void answer(List<Reply> replies, AsyncResult<Void> kept) {
        if (kept.failed()) {
            LOG.debug("{} messages of {} are not kept", replies.size(), socket.remoteAddress(), kept.cause());
        }
        inFlight -= replies.size();
        Buffer answers = Buffer.buffer();
        boolean last = false;
        for (Reply reply : replies) {
            answers.appendBytes((kept.succeeded() ? reply.whenKept() : reply.whenNotKept()).get());
            last |= reply.verdict() == Verdict.LAST;
        }
        send(answers);
        if (last) {
            close();
        }
        advance();
    }

    private void send(Buffer answers) {
        if (answers.length() > 0 && !closing) {
            socket.write(answers)
                    .onFailure(gone ->
                            LOG.debug("{} did not take its answer: {}", socket.remoteAddress(), gone.toString()));
        }
    }

    private void close() {
        if (!closing) {
            closing = true;
            socket.close()
                    .onFailure(failure -> LOG.debug("closing {}: {}", socket.remoteAddress(), failure.toString()));
        }
    }
}

package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.CommandId;
import io.sanse.notify.channel.smpp.pdu.CommandStatus;
import io.sanse.notify.channel.smpp.pdu.FrameLengthException;
import io.sanse.notify.channel.smpp.pdu.MalformedPduException;
import io.sanse.notify.channel.smpp.pdu.Pdu;
import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.sanse.notify.channel.smpp.pdu.PduCodec;
import io.sanse.notify.channel.smpp.pdu.PduFramer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One TCP connection that speaks SMPP, the same on the client's and on the server's side: cuts and reads PDUs, matches
 * answers to requests, answers enquire_link and unbind by itself and refuses what cannot be read. Confined to the
 * context that its socket belongs to.
 */
public final class SmppConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SmppConnection.class);
    private static final long LAST_SEQUENCE = 0x7FFFFFFFL;
    private static final int MAX_UNANSWERED = 100;

    private record Waiting(Promise<Pdu> answer, long timer) {}

    private final Vertx vertx;
    private final NetSocket socket;
    private final Duration answerTimeout;
    private final Function<Pdu, Future<Answer>> requests;
    private final PduFramer framer = new PduFramer();
    private final Map<Long, Waiting> waiting = new HashMap<>();
    private final Promise<Void> closed = Promise.promise();
    private long sequence;
    private int unanswered;
    private boolean heard;

    /**
     * Takes the socket over.
     *
     * @param answerTimeout how long {@link #request} waits
     * @param requests answers the peer's requests other than enquire_link and unbind; a failed future is answered as
     *     a system error, which makes an SMSC deliver again later
     */
    public SmppConnection(
            Vertx vertx, NetSocket socket, Duration answerTimeout, Function<Pdu, Future<Answer>> requests) {
        this.vertx = vertx;
        this.socket = socket;
        this.answerTimeout = answerTimeout;
        this.requests = requests;
        socket.handler(this::received);
        socket.closeHandler(ended -> ended());
        socket.exceptionHandler(cause -> LOG.debug("smpp connection to {} broke", socket.remoteAddress(), cause));
    }

    /**
     * Sends a request. Completes with the answer whatever its status; fails with {@link NotSentException} when the
     * connection is closed, with {@link AnswerLostException} when no readable answer comes in time or the connection
     * ends before.
     */
    public Future<Pdu> request(CommandId command, PduBody body) {
        if (closed.future().isComplete()) {
            return Future.failedFuture(new NotSentException("connection is closed"));
        }
        sequence = sequence == LAST_SEQUENCE ? 1 : sequence + 1;
        long number = sequence;
        Buffer octets = Buffer.buffer(PduCodec.encode(Pdu.request(command, number, body)));
        Promise<Pdu> answer = Promise.promise();
        long timer = vertx.setTimer(answerTimeout.toMillis(), id -> lost(number, "no answer within " + answerTimeout));
        waiting.put(number, new Waiting(answer, timer));
        socket.write(octets).onFailure(cause -> lost(number, "connection broke while sending"));
        return answer.future();
    }

    /** Requests whose answer is still awaited. */
    public int outstanding() {
        return waiting.size();
    }

    /** Whether the peer has sent anything since the last call of this. */
    boolean heardSince() {
        boolean before = heard;
        heard = false;
        return before;
    }

    /** Completes when the connection has ended, whoever ended it. */
    public Future<Void> closed() {
        return closed.future();
    }

    public Future<Void> close() {
        return socket.close();
    }

    private void received(Buffer octets) {
        heard = true;
        framer.append(octets.getBytes());
        try {
            Optional<byte[]> frame = framer.next();
            while (frame.isPresent()) {
                read(frame.get());
                frame = framer.next();
            }
        } catch (FrameLengthException e) {
            LOG.warn("closing smpp connection to {}: {}", socket.remoteAddress(), e.getMessage());
            socket.close();
        }
    }

    private void read(byte[] frame) {
        try {
            Pdu pdu = PduCodec.decode(frame);
            if (pdu.isResponse()) {
                answered(pdu);
            } else {
                serve(pdu);
            }
        } catch (MalformedPduException e) {
            refuse(e);
        }
    }

    private void refuse(MalformedPduException e) {
        LOG.warn("unreadable smpp pdu 0x{}: {}", Integer.toHexString(e.commandId()), e.getMessage());
        if ((e.commandId() & CommandId.RESPONSE_BIT) != 0) {
            lost(e.sequence(), "unreadable answer: " + e.getMessage());
        } else {
            write(new Pdu(e.commandId(), 0, e.sequence(), new PduBody.Empty())
                    .answer(e.status().code(), new PduBody.Empty()));
        }
    }

    private void answered(Pdu answer) {
        Waiting request = waiting.remove(answer.sequence());
        if (request == null) {
            LOG.warn("smpp answer 0x{} to no waiting request", Integer.toHexString(answer.commandId()));
            return;
        }
        vertx.cancelTimer(request.timer());
        request.answer().complete(answer);
    }

    private void serve(Pdu request) {
        if (request.is(CommandId.ENQUIRE_LINK)) {
            write(request.answer(CommandStatus.OK.code(), new PduBody.Empty()));
        } else if (request.is(CommandId.UNBIND)) {
            write(request.answer(CommandStatus.OK.code(), new PduBody.Empty())).onComplete(written -> socket.close());
        } else if (CommandId.of(request.commandId()).isEmpty()) {
            write(new Pdu(
                    CommandId.GENERIC_NACK.id(),
                    CommandStatus.INVALID_COMMAND_ID.code(),
                    request.sequence(),
                    new PduBody.Empty()));
        } else {
            answer(request);
        }
    }

    /** Reading stops while too many requests wait for their effect, so that the peer's window closes, not our heap. */
    private void answer(Pdu request) {
        unanswered++;
        if (unanswered == MAX_UNANSWERED) {
            socket.pause();
        }
        requests.apply(request)
                .onFailure(cause -> LOG.warn("smpp request refused for now", cause))
                .otherwise(Answer.refused(CommandStatus.SYSTEM_ERROR))
                .onSuccess(answer -> {
                    write(request.answer(answer.status(), answer.body()));
                    served();
                });
    }

    private void served() {
        if (unanswered == MAX_UNANSWERED) {
            socket.resume();
        }
        unanswered--;
    }

    private Future<Void> write(Pdu pdu) {
        return closed.future().isComplete()
                ? Future.succeededFuture()
                : socket.write(Buffer.buffer(PduCodec.encode(pdu)));
    }

    private void lost(long number, String reason) {
        Waiting request = waiting.remove(number);
        if (request != null) {
            vertx.cancelTimer(request.timer());
            request.answer().fail(new AnswerLostException(reason));
        }
    }

    private void ended() {
        closed.tryComplete();
        List.copyOf(waiting.keySet()).forEach(number -> lost(number, "connection ended before the answer"));
    }
}

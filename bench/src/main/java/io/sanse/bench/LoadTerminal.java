package io.sanse.bench;

import io.sanse.ingest.decode.Decoded;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameSplitter;
import io.sanse.ingest.decode.jt808.message.LocationItems;
import io.sanse.ingest.decode.jt808.message.LocationReport;
import io.sanse.ingest.decode.jt808.message.MessageDecoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;

/** One truck's connection: authenticates, then keeps up to a window of positions unanswered. Used on one event loop. */
final class LoadTerminal {
    private static final int POSITIONED_ACC_ON = 3;

    private final LoadVehicle vehicle;
    private final Promise<Void> authenticated = Promise.promise();
    private final FrameSplitter splitter = new FrameSplitter(this::answered);
    private NetSocket socket;
    private Runnable onAnswer = () -> {};
    private int serial;
    private int unanswered;
    private long refused;

    LoadTerminal(LoadVehicle vehicle) {
        this.vehicle = vehicle;
    }

    /**
     * Completes when the terminal is known.
     *
     * @param whenLost called when the platform closes the connection
     */
    Future<Void> connect(NetClient client, SocketAddress platform, Runnable whenAnswered, Runnable whenLost) {
        return client.connect(platform).compose(connected -> {
            socket = connected;
            socket.handler(buffer -> splitter.feed(buffer.getBytes()));
            socket.closeHandler(closed -> whenLost.run());
            write(new TerminalMessage.Authentication(vehicle.authenticationCode(), "", ""));
            return authenticated.future().onSuccess(done -> onAnswer = whenAnswered);
        });
    }

    int unanswered() {
        return unanswered;
    }

    long refused() {
        return refused;
    }

    void send(double longitude, double latitude, double speedKmh, Instant observedAt) {
        unanswered++;
        write(new LocationReport(
                0, POSITIONED_ACC_ON, latitude, longitude, 60, speedKmh, 90, observedAt, LocationItems.of()));
    }

    private void write(TerminalMessage message) {
        serial = serial + 1 & 0xffff;
        socket.write(
                Buffer.buffer(MessageEncoder.encode(new Envelope(Edition.V2013, vehicle.phone(), serial), message)));
    }

    private void answered(Decoded<Frame> frame) {
        if (frame instanceof Decoded.Accepted<Frame> sound
                && MessageDecoder.decode(sound.value()) instanceof Decoded.Accepted<TerminalMessage> message
                && message.value() instanceof GeneralAnswer answer) {
            take(answer);
        }
    }

    private void take(GeneralAnswer answer) {
        if (answer.result() != GeneralAnswer.SUCCESS) {
            refused++;
        }
        if (authenticated.tryComplete()) {
            return;
        }
        unanswered--;
        onAnswer.run();
    }
}

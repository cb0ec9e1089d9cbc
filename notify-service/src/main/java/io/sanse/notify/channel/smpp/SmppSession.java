package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.pdu.CommandId;
import io.sanse.notify.channel.smpp.pdu.CommandStatus;
import io.sanse.notify.channel.smpp.pdu.Pdu;
import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bound transceiver session: from the SMSC's consent to the bind until the connection ends. */
final class SmppSession {
    private static final Logger LOG = LoggerFactory.getLogger(SmppSession.class);

    private static final int UNBIND_SECONDS = 2;

    private final SmppConnection connection;
    private final int window;

    private SmppSession(Vertx vertx, SmppConnection connection, SmppSettings settings) {
        this.connection = connection;
        this.window = settings.window();
        long probe = vertx.setPeriodic(settings.pace().enquire().toMillis(), tick -> probe());
        connection.closed().onComplete(ended -> vertx.cancelTimer(probe));
    }

    /**
     * Connects and binds.
     *
     * @param requests answers what the SMSC asks, deliver_sm above all
     * @return fails when the SMSC cannot be reached or refuses the bind
     */
    static Future<SmppSession> open(
            Vertx vertx, NetClient client, SmppSettings settings, Function<Pdu, Future<Answer>> requests) {
        return client.connect(settings.port(), settings.host())
                .map(socket -> new SmppConnection(vertx, socket, settings.pace().answer(), requests))
                .compose(connection ->
                        bind(connection, settings).map(bound -> new SmppSession(vertx, connection, settings)));
    }

    private static Future<Void> bind(SmppConnection connection, SmppSettings settings) {
        SmppSettings.Account account = settings.account();
        PduBody bind = new PduBody.Bind(
                account.systemId(),
                account.password(),
                account.systemType(),
                PduBody.Bind.VERSION_3_4,
                Address.plain(""));
        return connection
                .request(CommandId.BIND_TRANSCEIVER, bind)
                .compose(SmppSession::consent)
                .onFailure(refused -> connection.close());
    }

    private static Future<Void> consent(Pdu answer) {
        return answer.isOk()
                ? Future.succeededFuture()
                : Future.failedFuture("bind refused: " + CommandStatus.describe(answer.status()));
    }

    /** As {@link SmppConnection#request}; a full window is not sent either. */
    Future<Pdu> request(CommandId command, PduBody body) {
        return free() > 0
                ? connection.request(command, body)
                : Future.failedFuture(new NotSentException("window is full"));
    }

    /** Requests that may be sent now. */
    int free() {
        return Math.max(0, window - connection.outstanding());
    }

    Future<Void> closed() {
        return connection.closed();
    }

    /** Unbinds and closes, without waiting long for a peer that has gone silent. */
    Future<Void> close() {
        return connection
                .request(CommandId.UNBIND, new PduBody.Empty())
                .timeout(UNBIND_SECONDS, TimeUnit.SECONDS)
                .onFailure(cause -> LOG.debug("smpp unbind without an answer", cause))
                .transform(unbound -> connection.close());
    }

    private void probe() {
        if (!connection.heardSince()) {
            connection.request(CommandId.ENQUIRE_LINK, new PduBody.Empty()).onFailure(this::dead);
        }
    }

    private void dead(Throwable cause) {
        LOG.warn("smsc does not answer enquire_link, closing: {}", cause.getMessage());
        connection.close();
    }
}

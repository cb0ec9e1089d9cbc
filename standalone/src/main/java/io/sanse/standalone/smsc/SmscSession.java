package io.sanse.standalone.smsc;

import io.sanse.notify.channel.smpp.Answer;
import io.sanse.notify.channel.smpp.SmppConnection;
import io.sanse.notify.channel.smpp.pdu.CommandId;
import io.sanse.notify.channel.smpp.pdu.CommandStatus;
import io.sanse.notify.channel.smpp.pdu.Pdu;
import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.sanse.notify.channel.smpp.pdu.Tlv;
import io.sanse.notify.channel.smpp.text.MessageState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One client's connection. */
final class SmscSession {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final String SYSTEM_ID = "smsc-simulator";

    private final Vertx vertx;
    private final Intake intake;
    private final SmppConnection connection;
    private boolean bound;

    /** What the session passes on. */
    interface Intake {
        boolean admits(PduBody.Bind bind);

        /** Takes a message and completes with its id. */
        String take(PduBody.ShortMessage message);

        Optional<MessageState> state(String messageId);

        SmscFaults faults();
    }

    SmscSession(Vertx vertx, NetSocket socket, Intake intake) {
        this.vertx = vertx;
        this.intake = intake;
        this.connection = new SmppConnection(vertx, socket, ANSWER_LIMIT, this::serve);
    }

    boolean isBound() {
        return bound && !connection.closed().isComplete();
    }

    Future<Void> closed() {
        return connection.closed();
    }

    Future<Void> close() {
        return connection.close();
    }

    /** Completes when the client has taken the receipt. */
    Future<Void> deliver(PduBody.ShortMessage receipt) {
        return connection
                .request(CommandId.DELIVER_SM, receipt)
                .compose(answer -> answer.isOk()
                        ? Future.succeededFuture()
                        : Future.failedFuture("receipt refused: " + CommandStatus.describe(answer.status())));
    }

    private Future<Answer> serve(Pdu request) {
        if (request.body() instanceof PduBody.Bind bind) {
            return Future.succeededFuture(bind(bind));
        }
        if (!bound) {
            return Future.succeededFuture(Answer.refused(CommandStatus.WRONG_BIND_STATE));
        }
        if (request.is(CommandId.SUBMIT_SM) && request.body() instanceof PduBody.ShortMessage message) {
            return submit(message);
        }
        if (request.body() instanceof PduBody.Query query) {
            return Future.succeededFuture(query(query));
        }
        return Future.succeededFuture(Answer.refused(CommandStatus.INVALID_COMMAND_ID));
    }

    private Answer bind(PduBody.Bind bind) {
        if (bound) {
            return Answer.refused(CommandStatus.ALREADY_BOUND);
        }
        bound = intake.admits(bind);
        Tlv version = Tlv.ofByte(Tlv.SC_INTERFACE_VERSION, PduBody.Bind.VERSION_3_4);
        return bound
                ? Answer.ok(new PduBody.BindAnswer(SYSTEM_ID, List.of(version)))
                : Answer.refused(CommandStatus.INVALID_PASSWORD);
    }

    private Future<Answer> submit(PduBody.ShortMessage message) {
        SmscFaults faults = intake.faults();
        if (faults.take(SmscFault.THROTTLE)) {
            return later(Answer.refused(CommandStatus.THROTTLED));
        }
        if (faults.take(SmscFault.REFUSE)) {
            return later(Answer.refused(CommandStatus.INVALID_DESTINATION));
        }
        String messageId = intake.take(message);
        if (faults.take(SmscFault.DROP_BEFORE_ANSWER)) {
            connection.close();
            return never();
        }
        if (faults.take(SmscFault.SILENT)) {
            return never();
        }
        boolean dropped = faults.take(SmscFault.DROP_AFTER_ANSWER);
        return later(Answer.ok(new PduBody.MessageAnswer(messageId, List.of())))
                .onSuccess(answer -> vertx.runOnContext(written -> closeIf(dropped)));
    }

    private void closeIf(boolean dropped) {
        if (dropped) {
            connection.close();
        }
    }

    private static Future<Answer> never() {
        return Promise.<Answer>promise().future();
    }

    private Future<Answer> later(Answer answer) {
        Duration delay = intake.faults().answerDelay();
        return delay.isZero()
                ? Future.succeededFuture(answer)
                : vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).map(answer);
    }

    private Answer query(PduBody.Query query) {
        return intake.state(query.messageId())
                .map(state -> Answer.ok(new PduBody.QueryAnswer(query.messageId(), "", state.number(), 0)))
                .orElseGet(() -> Answer.refused(CommandStatus.INVALID_MESSAGE_ID));
    }
}

package io.sanse.standalone.smsc;

import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.sanse.notify.channel.smpp.text.MessageState;
import io.sanse.standalone.journal.Journal;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An SMSC in this process: SMPP on one port; on the other a page with the messages ({@code GET /}), the same as JSON ({@code GET /messages}), and the fault switches
 * ({@code GET} and {@code POST /faults}, see {@link SmscPage}).
 */
public final class SmscSimulator extends VerticleBase {
    private final SmscSettings settings;
    private final InstantSource clock;
    private final SmscFaults faults = new SmscFaults();
    private final List<SmscSession> sessions = new ArrayList<>();
    private Mailbox mailbox;
    private Receipts receipts;
    private NetServer smpp;
    private HttpServer page;
    private long lastId;

    public SmscSimulator(SmscSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Future<?> start() {
        mailbox = new Mailbox(new Journal(settings.file()));
        receipts = new Receipts(vertx, this::boundSession, clock);
        // ids of a later run must not repeat those of an earlier one, whose receipts may still be looked for
        lastId = clock.millis();
        smpp = vertx.createNetServer().connectHandler(this::connected);
        page = vertx.createHttpServer().requestHandler(new SmscPage(vertx, mailbox, faults).router());
        return smpp.listen(settings.smppPort(), "127.0.0.1")
                .compose(listening -> page.listen(settings.pagePort(), "127.0.0.1"));
    }

    public int smppPort() {
        return smpp.actualPort();
    }

    public int pagePort() {
        return page.actualPort();
    }

    private void connected(NetSocket socket) {
        SmscSession session = new SmscSession(vertx, socket, new Desk());
        sessions.add(session);
        session.closed().onComplete(ended -> sessions.remove(session));
    }

    private Optional<SmscSession> boundSession() {
        return sessions.stream().filter(SmscSession::isBound).findFirst();
    }

    private final class Desk implements SmscSession.Intake {
        @Override
        public boolean admits(PduBody.Bind bind) {
            return bind.password().equals(settings.password());
        }

        @Override
        public String take(PduBody.ShortMessage message) {
            ReceivedPart part = ReceivedPart.of(Long.toHexString(++lastId), clock.instant(), message);
            mailbox.take(part);
            MessageState fate =
                    faults.take(SmscFault.UNDELIVERABLE) ? MessageState.UNDELIVERABLE : MessageState.DELIVERED;
            if (!faults.take(SmscFault.NO_RECEIPT)) {
                receipts.sendAfter(settings.receiptDelay(), part, fate, () -> mailbox.settle(part.messageId(), fate));
            }
            return part.messageId();
        }

        @Override
        public Optional<MessageState> state(String messageId) {
            return mailbox.state(messageId);
        }

        @Override
        public SmscFaults faults() {
            return faults;
        }
    }
}

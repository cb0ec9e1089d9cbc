package io.sanse.notify.channel.smpp;

import io.sanse.notify.channel.Receipt;
import io.sanse.notify.channel.Sms;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.channel.SubmitOutcome;
import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.pdu.CommandId;
import io.sanse.notify.channel.smpp.pdu.CommandStatus;
import io.sanse.notify.channel.smpp.pdu.MessageOptions;
import io.sanse.notify.channel.smpp.pdu.Octets;
import io.sanse.notify.channel.smpp.pdu.Pdu;
import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.sanse.notify.channel.smpp.pdu.Tlv;
import io.sanse.notify.channel.smpp.text.DeliveryReceipt;
import io.sanse.notify.channel.smpp.text.MessagePart;
import io.sanse.notify.channel.smpp.text.MessageState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SMPP way of sending: texts become submit_sm, deliver_sm become receipts. */
public final class SmppChannel implements SmsChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SmppChannel.class);
    private static final Set<Integer> TRY_LATER =
            Set.of(CommandStatus.SYSTEM_ERROR.code(), CommandStatus.QUEUE_FULL.code(), CommandStatus.THROTTLED.code());

    private final Vertx vertx;
    private final SmppSettings settings;
    private SmppLink link;

    public SmppChannel(Vertx vertx, SmppSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    @Override
    public void start(Function<Receipt, Future<Void>> receipts, Runnable available) {
        link = new SmppLink(vertx, settings, request -> incoming(request, receipts), available);
        link.start();
    }

    @Override
    public boolean isOpen() {
        return link.session().isPresent();
    }

    @Override
    public int free() {
        return link.session().map(SmppSession::free).orElse(0);
    }

    @Override
    public int parts(String text) {
        return cut(text, 0).size();
    }

    @Override
    public Future<SubmitOutcome> submit(Sms sms, int part) {
        Optional<SmppSession> session = link.session();
        if (session.isEmpty()) {
            return Future.succeededFuture(new SubmitOutcome.NotSent("no session with the smsc"));
        }
        return Future.succeededFuture(cut(sms.text(), sms.reference()).get(part - 1))
                .compose(message -> session.get().request(CommandId.SUBMIT_SM, submission(sms, message)))
                .map(SmppChannel::outcome)
                .otherwise(SmppChannel::outcome);
    }

    @Override
    public Future<Receipt.Fate> query(String messageId) {
        return link.session()
                .map(session -> session.request(CommandId.QUERY_SM, new PduBody.Query(messageId, settings.source())))
                .orElseGet(() -> Future.failedFuture(new NotSentException("no session with the smsc")))
                .compose(SmppChannel::fate);
    }

    @Override
    public String canonicalId(String messageId) {
        return DeliveryReceipt.canonical(messageId);
    }

    @Override
    public Future<Void> stop() {
        return link == null ? Future.succeededFuture() : link.stop();
    }

    private List<MessagePart> cut(String text, int reference) {
        return MessagePart.of(text, settings.defaultAlphabet(), reference);
    }

    private PduBody submission(Sms sms, MessagePart part) {
        return new PduBody.ShortMessage(
                "",
                settings.source(),
                new Address(1, 1, sms.phone()),
                MessageOptions.withReceipt(part.esmClass(), part.dataCoding()),
                part.content(),
                List.of(Tlv.ofShort(Tlv.USER_MESSAGE_REFERENCE, sms.reference())));
    }

    private static SubmitOutcome outcome(Pdu answer) {
        String status = CommandStatus.describe(answer.status());
        if (TRY_LATER.contains(answer.status())) {
            return new SubmitOutcome.Busy(status);
        }
        if (!answer.isOk()) {
            return new SubmitOutcome.Refused(status);
        }
        return answer.body() instanceof PduBody.MessageAnswer taken
                ? new SubmitOutcome.Accepted(taken.messageId())
                : new SubmitOutcome.Accepted("");
    }

    private static SubmitOutcome outcome(Throwable failure) {
        if (failure instanceof NotSentException) {
            return new SubmitOutcome.NotSent(failure.getMessage());
        }
        if (failure instanceof IllegalArgumentException) {
            return new SubmitOutcome.Refused("does not fit a short message: " + failure.getMessage());
        }
        return new SubmitOutcome.Unknown(String.valueOf(failure.getMessage()));
    }

    private static Future<Receipt.Fate> fate(Pdu answer) {
        return answer.isOk() && answer.body() instanceof PduBody.QueryAnswer told
                ? Future.succeededFuture(
                        fate(MessageState.ofNumber(told.messageState()).orElse(MessageState.UNKNOWN)))
                : Future.failedFuture("query refused: " + CommandStatus.describe(answer.status()));
    }

    private static Receipt.Fate fate(MessageState state) {
        return switch (state) {
            case DELIVERED -> Receipt.Fate.DELIVERED;
            case EXPIRED, DELETED, UNDELIVERABLE, REJECTED -> Receipt.Fate.UNDELIVERED;
            case EN_ROUTE, ACCEPTED -> Receipt.Fate.UNDER_WAY;
            case UNKNOWN -> Receipt.Fate.UNKNOWN;
        };
    }

    private Future<Answer> incoming(Pdu request, Function<Receipt, Future<Void>> receipts) {
        Optional<PduBody.ShortMessage> message = message(request.body());
        if (message.isEmpty()) {
            return Future.succeededFuture(Answer.refused(CommandStatus.INVALID_COMMAND_ID));
        }
        Answer taken = Answer.ok(PduBody.MessageAnswer.WITHOUT_ID);
        Optional<DeliveryReceipt> receipt = message.flatMap(DeliveryReceipt::of);
        if (receipt.isEmpty()) {
            LOG.info("a short message from a phone was taken and not used");
            return Future.succeededFuture(taken);
        }
        return receipts.apply(receipt(receipt.get())).map(taken);
    }

    private static Optional<PduBody.ShortMessage> message(PduBody body) {
        if (body instanceof PduBody.DataMessage data) {
            MessageOptions options = MessageOptions.withReceipt(data.esmClass(), data.dataCoding());
            return Optional.of(new PduBody.ShortMessage(
                    data.serviceType(), data.source(), data.destination(), options, Octets.NONE, data.parameters()));
        }
        return body instanceof PduBody.ShortMessage message ? Optional.of(message) : Optional.empty();
    }

    private static Receipt receipt(DeliveryReceipt receipt) {
        String detail = receipt.error() == null
                ? receipt.state().word()
                : receipt.state().word() + " err " + receipt.error();
        return new Receipt(receipt.messageIds(), receipt.phone(), receipt.reference(), fate(receipt.state()), detail);
    }
}

package io.sanse.notify.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.notify.channel.Receipt;
import io.sanse.notify.channel.Sms;
import io.sanse.notify.channel.SubmitOutcome;
import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.text.Alphabet;
import io.sanse.notify.peer.JsmppSmsc;
import io.sanse.notify.peer.Submitted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our client against an SMSC of other people's making. */
class SmppChannelIT {
    private static final String PHONE = "8613800000000";
    private static final String LONG_TEXT = "【三色预警】车辆浙GA1234夜间在废弃矿坑停留🚛，请立即前往核查。".repeat(5);

    private final Vertx vertx = Vertx.vertx();
    private final JsmppSmsc smsc = JsmppSmsc.open();
    private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> available = new LinkedBlockingQueue<>();
    private SmppChannel channel;

    @BeforeEach
    void bind() throws InterruptedException {
        start(JsmppSmsc.PASSWORD);
        awaitBound();
    }

    @AfterEach
    void stop() {
        on(() -> channel.stop());
        smsc.close();
        vertx.close().await();
    }

    private void start(String password) {
        SmppSettings settings = new SmppSettings(
                "127.0.0.1",
                smsc.port(),
                new SmppSettings.Account(JsmppSmsc.SYSTEM_ID, password, ""),
                Address.plain("1069"),
                4,
                Alphabet.GSM7,
                new SmppSettings.Pace(
                        Duration.ofMillis(1_500),
                        Duration.ofMillis(300),
                        Duration.ofMillis(100),
                        Duration.ofMillis(400)));
        channel = new SmppChannel(vertx, settings);
        on(() -> {
            channel.start(this::keep, () -> available.add(true));
            return Future.succeededFuture();
        });
    }

    private Future<Void> keep(Receipt receipt) {
        receipts.add(receipt);
        return Future.succeededFuture();
    }

    private void awaitBound() throws InterruptedException {
        assertEquals(true, available.poll(20, TimeUnit.SECONDS), "no bind within 20 s");
    }

    /** Runs on the channel's context, always the same one. */
    private final io.vertx.core.Context context = vertx.getOrCreateContext();

    private <T> T on(Supplier<Future<T>> work) {
        Promise<T> promise = Promise.promise();
        context.runOnContext(run -> work.get().onComplete(promise));
        return promise.future().timeout(20, TimeUnit.SECONDS).await();
    }

    private SubmitOutcome submit(String text, int part) {
        return on(() -> channel.submit(new Sms(PHONE, text, 77), part));
    }

    @Test
    void anAcceptedMessageComesBackAsAReceiptInAnotherNumberBase() throws Exception {
        SubmitOutcome.Accepted accepted = assertInstanceOf(SubmitOutcome.Accepted.class, submit("pit 3", 1));
        Submitted message = smsc.next();
        assertEquals("pit 3", message.text());
        assertEquals(PHONE, message.phone());

        smsc.receipt(message, Long.toString(Long.parseLong(message.messageId(), 16)), "DELIVRD");

        Receipt receipt = receipts.poll(20, TimeUnit.SECONDS);
        assertEquals(Receipt.Fate.DELIVERED, receipt.fate());
        assertEquals(PHONE, receipt.phone());
        assertTrue(receipt.messageIds().contains(channel.canonicalId(accepted.messageId())));
    }

    @Test
    void theReceiptedIdParameterComesFirst() throws Exception {
        submit("pit 3", 1);
        Submitted message = smsc.next();
        smsc.receipt(message, "0", "REJECTD", new OptionalParameter.Receipted_message_id(message.messageId()));
        Receipt receipt = receipts.poll(20, TimeUnit.SECONDS);
        assertEquals(
                channel.canonicalId(message.messageId()), receipt.messageIds().get(0));
        assertEquals(Receipt.Fate.UNDELIVERED, receipt.fate());
    }

    @Test
    void aLongChineseTextArrivesWhole() throws Exception {
        int parts = channel.parts(LONG_TEXT);
        StringBuilder read = new StringBuilder();
        for (int part = 1; part <= parts; part++) {
            assertInstanceOf(SubmitOutcome.Accepted.class, submit(LONG_TEXT, part));
            Submitted message = smsc.next();
            assertEquals(part, message.number());
            assertEquals(parts, message.total());
            assertEquals(77, message.reference());
            assertEquals(8, message.dataCoding());
            read.append(message.text());
        }
        assertEquals(LONG_TEXT, read.toString());
        assertTrue(parts > 2);
    }

    @ParameterizedTest(name = "status 0x{0}: {1}")
    @CsvSource({"08, Busy", "14, Busy", "58, Busy", "0b, Refused", "45, Refused", "01, Refused"})
    void refusals(String status, String outcome) {
        smsc.behave(message -> Integer.parseInt(status, 16));
        assertEquals(outcome, submit("pit 3", 1).getClass().getSimpleName());
    }

    @Test
    void aConnectionLostBeforeTheAnswerLeavesTheOutcomeUnknownAndComesBack() throws Exception {
        smsc.behave(message -> JsmppSmsc.HANG_UP);
        assertInstanceOf(SubmitOutcome.Unknown.class, submit("pit 3", 1));
        assertEquals(1, smsc.waiting().size());
        awaitBound();
        smsc.behave(message -> JsmppSmsc.OK);
        assertInstanceOf(SubmitOutcome.Accepted.class, submit("pit 4", 1));
    }

    @Test
    void withoutASessionNothingIsSent() throws Exception {
        smsc.close();
        assertInstanceOf(SubmitOutcome.NotSent.class, awaitDown());
        smsc.listen();
        awaitBound();
        assertInstanceOf(SubmitOutcome.Accepted.class, submit("pit 3", 1));
    }

    /** Asks until the end of the connection has come round to the channel. */
    private SubmitOutcome awaitDown() {
        SubmitOutcome outcome = submit("pit 3", 1);
        return outcome instanceof SubmitOutcome.NotSent ? outcome : awaitDown();
    }

    @Test
    void aWrongPasswordIsTriedAgainAndSaidNotSent() {
        on(() -> channel.stop());
        start("wrong");
        assertInstanceOf(SubmitOutcome.NotSent.class, submit("pit 3", 1));
        assertEquals(0, channel.free());
    }

    @Test
    void aPhoneThatFitsNoFieldIsRefused() {
        SubmitOutcome outcome = on(() -> channel.submit(new Sms("1".repeat(21), "pit", 1), 1));
        assertInstanceOf(SubmitOutcome.Refused.class, outcome);
    }

    @Test
    void theFateOfAnAcceptedMessageCanBeAsked() {
        SubmitOutcome.Accepted accepted = assertInstanceOf(SubmitOutcome.Accepted.class, submit("pit 3", 1));
        assertEquals(Receipt.Fate.DELIVERED, on(() -> channel.query(accepted.messageId())));
    }
}

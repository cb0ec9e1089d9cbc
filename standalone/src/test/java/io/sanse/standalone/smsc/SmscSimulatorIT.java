package io.sanse.standalone.smsc;

import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.testing.TestClock;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator seen by a client of other people's making, and its page. */
class SmscSimulatorIT {
    private static final String PHONE = "8613800000001";

    @TempDir
    private Path folder;

    private final BlockingQueue<DeliverSm> receipts = new LinkedBlockingQueue<>();
    private Vertx vertx;
    private SmscSimulator simulator;
    private SMPPSession client;

    @BeforeEach
    void begin() throws IOException {
        open();
        client = bind("secret");
    }

    @AfterEach
    void end() {
        client.unbindAndClose();
        result(vertx.close());
    }

    private void open() {
        vertx = Vertx.vertx();
        SmscSettings settings = new SmscSettings(0, 0, folder.resolve("smsc.jsonl"), "secret", Duration.ofMillis(20));
        simulator = new SmscSimulator(settings, new TestClock("2026-03-05T14:00:00Z"));
        result(vertx.deployVerticle(simulator));
    }

    private SMPPSession bind(String password) throws IOException {
        SMPPSession session = new SMPPSession();
        session.setMessageReceiverListener(new Receiver(receipts));
        session.setTransactionTimer(2_000);
        session.connectAndBind(
                "127.0.0.1",
                simulator.smppPort(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "sanse",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        return session;
    }

    private String submit(int esmClass, int dataCoding, byte[] content) throws Exception {
        return client.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "1069",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        PHONE,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(1),
                        (byte) 0,
                        DataCodings.newInstance((byte) dataCoding),
                        (byte) 0,
                        content)
                .getMessageId();
    }

    private String submit(String text) throws Exception {
        return submit(0, 8, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static byte[] part(int total, int number, String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] content = new byte[6 + characters.length];
        System.arraycopy(new byte[] {5, 0, 3, 42, (byte) total, (byte) number}, 0, content, 0, 6);
        System.arraycopy(characters, 0, content, 6, characters.length);
        return content;
    }

    private List<JsonObject> messages() {
        return get("/messages").bodyAsJsonObject().getJsonArray("messages").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private HttpResponse<?> get(String path) {
        return result(WebClient.create(vertx)
                .get(simulator.pagePort(), "127.0.0.1", path)
                .send());
    }

    private HttpResponse<?> post(String body) {
        return result(WebClient.create(vertx)
                .post(simulator.pagePort(), "127.0.0.1", "/faults")
                .sendBuffer(Buffer.buffer(body)));
    }

    @Test
    void aMessageIsKeptAndItsReceiptSent() throws Exception {
        String id = submit("【三色预警】请核查");
        DeliverSm receipt = receipts.poll(20, TimeUnit.SECONDS);
        assertEquals(
                Long.parseLong(id, 16),
                Long.parseLong(receipt.getShortMessageAsDeliveryReceipt().getId()));
        assertEquals(PHONE, receipt.getSourceAddr());
        assertTrue(receipt.isSmscDeliveryReceipt());
        JsonObject message = messages().get(0);
        assertEquals("【三色预警】请核查", message.getString("text"));
        assertEquals(PHONE, message.getString("to"));
        assertEquals("delivrd", message.getString("state"));
        assertEquals(MessageState.DELIVERED, query(id));
    }

    private MessageState query(String id) throws Exception {
        return client.queryShortMessage(id, TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "1069")
                .getMessageState();
    }

    @Test
    void partsAreJoinedInAnyOrder() throws Exception {
        submit(0x40, 8, part(2, 2, "世界"));
        assertEquals(1, messages().get(0).getInteger("received"));
        submit(0x40, 8, part(2, 1, "你好"));
        submit(0x40, 8, part(2, 1, "再见"));
        assertEquals(
                List.of("你好世界", "再见"),
                messages().stream().map(one -> one.getString("text")).toList());
    }

    @Test
    void messagesSurviveARestart() throws Exception {
        submit("one");
        client.unbindAndClose();
        result(vertx.close());
        open();
        client = bind("secret");
        assertEquals("one", messages().get(0).getString("text"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThrows(IOException.class, () -> bind("wrong"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"throttle, 88", "refuse, 11"})
    void messagesNotTaken(String fault, int status) throws Exception {
        post("{\"fault\": \"%s\", \"times\": 1}".formatted(fault));
        NegativeResponseException refused = assertThrows(NegativeResponseException.class, () -> submit("one"));
        assertEquals(status, refused.getCommandStatus());
        assertEquals(List.of(), messages());
        submit("two");
        assertEquals(1, messages().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-before-answer", "silent"})
    void messagesTakenWithoutAnAnswer(String fault) {
        post("{\"fault\": \"%s\", \"times\": 1}".formatted(fault));
        assertThrows(Exception.class, () -> submit("one"));
        assertEquals(1, messages().size());
    }

    /** The end of the connection may overtake the answer on its way through the client. */
    private void submitUntilDropped(String text) throws Exception {
        try {
            submit(text);
        } catch (ResponseTimeoutException overtaken) {
            eventually(Duration.ofSeconds(20), () -> client.getSessionState().isBound(), bound -> !bound);
        }
    }

    @Test
    void droppedAfterTheAnswerTheReceiptComesOverTheNextSession() throws Exception {
        post("{\"fault\": \"drop-after-answer\", \"times\": 1}");
        submitUntilDropped("one");
        eventually(Duration.ofSeconds(20), () -> client.getSessionState().isBound(), bound -> !bound);
        client = bind("secret");
        assertEquals(PHONE, receipts.poll(20, TimeUnit.SECONDS).getSourceAddr());
    }

    @Test
    void aReceiptOfFailure() throws Exception {
        post("{\"fault\": \"undeliverable\", \"times\": 1}");
        submit("one");
        assertTrue(new String(receipts.poll(20, TimeUnit.SECONDS).getShortMessage(), StandardCharsets.US_ASCII)
                .contains("stat:UNDELIV"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"fault\": \"fire\", \"times\": 1}", "{\"fault\": \"throttle\"}"})
    void badSwitchesAreRefused(String body) {
        assertEquals(400, post(body).statusCode());
    }

    @Test
    void thePageIsServed() {
        assertTrue(get("/").bodyAsString().contains("短信模拟"));
    }

    /** Keeps receipts. */
    private record Receiver(BlockingQueue<DeliverSm> receipts) implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm receipt) {
            receipts.add(receipt);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {
            throw new IllegalStateException("not expected");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm message, Session source) {
            throw new IllegalStateException("not expected");
        }
    }
}

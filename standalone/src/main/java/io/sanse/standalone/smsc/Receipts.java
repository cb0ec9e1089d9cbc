package io.sanse.standalone.smsc;

import io.sanse.notify.channel.smpp.pdu.Address;
import io.sanse.notify.channel.smpp.pdu.MessageOptions;
import io.sanse.notify.channel.smpp.pdu.Octets;
import io.sanse.notify.channel.smpp.pdu.PduBody;
import io.sanse.notify.channel.smpp.text.MessageState;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each receipt until a client has taken it, over whichever session is there then. */
final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuMMddHHmm").withZone(ZoneOffset.ofHours(8));

    private final Vertx vertx;
    private final Supplier<Optional<SmscSession>> session;
    private final InstantSource clock;

    Receipts(Vertx vertx, Supplier<Optional<SmscSession>> session, InstantSource clock) {
        this.vertx = vertx;
        this.session = session;
        this.clock = clock;
    }

    /** @param settled called when the receipt is first sent */
    void sendAfter(Duration delay, ReceivedPart part, MessageState state, Runnable settled) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> {
            settled.run();
            send(part, state);
        });
    }

    private void send(ReceivedPart part, MessageState state) {
        Optional<SmscSession> bound = session.get();
        if (bound.isEmpty()) {
            again(part, state);
        } else {
            bound.get().deliver(receipt(part, state)).onFailure(cause -> {
                LOG.info("receipt not taken yet: {}", cause.getMessage());
                again(part, state);
            });
        }
    }

    private void again(ReceivedPart part, MessageState state) {
        vertx.setTimer(AGAIN.toMillis(), timer -> send(part, state));
    }

    /** The id is written in decimal though the answer gave it in hexadecimal, as many SMSCs do. */
    private PduBody.ShortMessage receipt(ReceivedPart part, MessageState state) {
        Instant done = clock.instant();
        String delivered = state == MessageState.DELIVERED ? "001" : "000";
        String text = "id:%d sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:000 text:"
                .formatted(
                        Long.parseLong(part.messageId(), 16),
                        delivered,
                        MINUTE.format(part.receivedAt()),
                        MINUTE.format(done),
                        state.word());
        return new PduBody.ShortMessage(
                "",
                new Address(1, 1, part.to()),
                Address.plain(part.from()),
                MessageOptions.ofReceipt(),
                Octets.of(text.getBytes(StandardCharsets.US_ASCII)),
                List.of());
    }
}

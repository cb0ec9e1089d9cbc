package io.sanse.ingest.listen;

import static io.sanse.ingest.session.TestDirectory.GUARDED_TRUCK;
import static io.sanse.ingest.session.TestDirectory.STATION;
import static io.sanse.ingest.session.TestDirectory.TRUCK;
import static io.sanse.testing.Eventually.eventually;
import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.ingest.decode.hj212.CrcVariant;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.HeartBeat;
import io.sanse.ingest.session.Terminal;
import io.sanse.ingest.session.TestDirectory;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sockets against the listeners; what keeps observations and letters is played. */
class DeviceListenersIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FRAME_PATIENCE = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock(Terminal.NOW.toString());
    private final HeldKeeper keeper = new HeldKeeper();
    private Vertx vertx;
    private ServiceContext context;
    private DeviceListeners.Ports ports;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        start(Map.of());
    }

    private void start(Map<String, String> settings) {
        Map<String, String> common = Map.of(
                "jt808.port", "0",
                "hj212.port", "0",
                "jt808.patience", PATIENCE.toString(),
                "jt808.frame-patience", FRAME_PATIENCE.toString(),
                "jt808.in-flight", "16",
                "jt808.unsound-in-a-row", "3",
                "jt808.connections", "20");
        context = TestContexts.of(vertx, clock, common, settings);
        ports = result(listeners().start());
    }

    private DeviceListeners listeners() {
        return new DeviceListeners(context, new Devices(new TestDirectory(), keeper, keeper));
    }

    @AfterEach
    void stop() {
        result(context.lifecycle().stop(LIMIT));
        result(vertx.close());
    }

    @Test
    void anAnswerLeavesOnlyWhenTheBrokerHasWhatItAnswersFor() {
        keeper.hold();
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(Terminal.frame(TRUCK, 1, Terminal.report(0)));
            eventually(LIMIT, keeper::observations, count -> count == 1);
            wire.send(Terminal.frame(TRUCK, 2, new HeartBeat()));
            assertEquals(List.of("2:0"), wire.answers(1));
            keeper.release();
            assertEquals(List.of("1:0"), wire.answers(1));
        }
    }

    @Test
    void nothingIsReadWhileTooMuchOfOthersIsOnItsWayAndNobodyIsCutOffForIt() {
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(Terminal.frame(TRUCK, 1, Terminal.report(0)));
            assertEquals(List.of("1:0"), wire.answers(1));
            keeper.congest();
            wire.send(Terminal.frame(TRUCK, 2, Terminal.report(1)));
            eventually(LIMIT, keeper::waiting, waiting -> waiting == 1);
            clock.advance(PATIENCE.multipliedBy(2));
            keeper.drain();
            assertEquals(List.of("2:0"), wire.answers(1));
            assertEquals(2, keeper.observations());
        }
    }

    @Test
    void whatTheBrokerDoesNotTakeIsAnsweredWithFailureOrNotAtAll() {
        keeper.refuse();
        try (Wire truck = new Wire(ports.jt808());
                Wire station = new Wire(ports.hj212())) {
            truck.send(Terminal.frame(TRUCK, 1, Terminal.report(0)));
            assertEquals(List.of("1:1"), truck.answers(1));
            station.send(packet("2011", "CP=&&DataTime=20260305200000;a34004-Rtd=35&&"));
            eventually(LIMIT, keeper::observations, count -> count == 2);
            station.send(packet("1013", "CP=&&&&"));
            String answer = new String(station.read(87), StandardCharsets.US_ASCII);
            assertTrue(answer.contains("CN=9013"), answer);
        }
    }

    @Test
    void gluedSplitAndDoubledFramesAreAllTaken() {
        ByteArrayOutputStream glued = new ByteArrayOutputStream();
        for (int serial = 1; serial <= 5; serial++) {
            glued.write(0x7e);
            glued.writeBytes(Terminal.frame(TRUCK, serial, Terminal.report(serial)));
        }
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(glued.toByteArray());
            assertEquals(new TreeSet<>(List.of("1:0", "2:0", "3:0", "4:0", "5:0")), new TreeSet<>(wire.answers(5)));
            wire.sendByteByByte(Terminal.frame(TRUCK, 6, Terminal.report(6)));
            assertEquals(List.of("6:0"), wire.answers(1));
            assertEquals(6, keeper.observations());
        }
    }

    @Test
    void gluedAndSplitPacketsAreAllTaken() {
        byte[] packet = packet("2011", "CP=&&DataTime=20260305200000;a34004-Rtd=35&&");
        try (Wire wire = new Wire(ports.hj212())) {
            wire.send(concat(packet, packet));
            wire.sendByteByByte(packet);
            assertEquals(3 * 87, wire.read(3 * 87).length);
            assertEquals(3, keeper.observations());
        }
    }

    @Test
    void wrongFramesAreAnsweredAndKeptAndTheNextOneIsTaken() {
        byte[] checksum = Terminal.frame(TRUCK, 1, Terminal.report(0));
        checksum[checksum.length - 2] ^= 1;
        byte[] truncated = Arrays.copyOf(Terminal.frame(TRUCK, 2, Terminal.report(0)), 12);
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(checksum);
            assertEquals(List.of("1:2"), wire.answers(1));
            wire.send(concat(truncated, Terminal.frame(TRUCK, 3, Terminal.report(0))));
            assertEquals(List.of("3:0"), wire.answers(1));
        }
        assertEquals(List.of("checksum", "truncated"), keeper.reasons());
    }

    @Test
    void halfAFrameBeforeTheEndIsKept() {
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(Arrays.copyOf(Terminal.frame(TRUCK, 2, Terminal.report(0)), 20));
        }
        eventually(LIMIT, keeper::reasons, reasons -> reasons.equals(List.of("truncated")));
    }

    @Test
    void noiseDoesNotHideTheNextFrame() {
        byte[] noise = new byte[64 * 1024];
        Arrays.fill(noise, (byte) 0x55);
        try (Wire truck = new Wire(ports.jt808());
                Wire station = new Wire(ports.hj212())) {
            truck.send(concat(noise, Terminal.frame(TRUCK, 1, Terminal.report(0))));
            assertEquals(List.of("1:0"), truck.answers(1));
            station.send(concat(noise, packet("2011", "CP=&&DataTime=20260305200000;a34004-Rtd=35&&")));
            assertEquals(87, station.read(87).length);
        }
        assertEquals(List.of("oversized", "oversized"), keeper.reasons());
    }

    @Test
    void aConnectionThatSendsNothingButRandomNoiseIsClosed() {
        byte[] noise = new byte[64 * 1024];
        new Random(5).nextBytes(noise);
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(noise);
            assertTrue(wire.isClosedByPlatform());
        }
        int letters = keeper.reasons().size();
        assertTrue(letters >= 3 && letters < 50, letters + " letters");
    }

    @Test
    void aConnectionThatSendsAByteNowAndThenIsClosedAndABusyOneIsNot() {
        byte[] frame = Terminal.frame(TRUCK, 1, Terminal.report(0));
        Instant start = clock.instant();
        try (Wire slow = new Wire(ports.jt808());
                Wire busy = new Wire(ports.jt808())) {
            AtomicInteger sent = new AtomicInteger();
            eventually(
                    LIMIT,
                    () -> {
                        slow.trySend(new byte[] {frame[sent.getAndIncrement()]});
                        return openAfterBeat(busy);
                    },
                    open -> open == 1);
            assertTrue(slow.isClosedByPlatform());
            assertTrue(clock.instant().isBefore(start.plus(PATIENCE)), "closed because slow, not because silent");
        }
        assertEquals("truncated", keeper.reasons().get(0));
    }

    @Test
    void aSilentConnectionIsClosedAndABusyOneIsNot() {
        try (Wire silent = new Wire(ports.jt808());
                Wire busy = new Wire(ports.jt808())) {
            eventually(LIMIT, () -> openAfterBeat(busy), open -> open == 1);
            assertTrue(silent.isClosedByPlatform());
        }
        assertEquals(List.of(), keeper.reasons());
    }

    /** How many connections are open after a quarter of a second in which the busy one has been heard. */
    private double openAfterBeat(Wire busy) {
        busy.send(Terminal.frame(TRUCK, 1, new HeartBeat()));
        assertEquals(List.of("1:0"), busy.answers(1));
        clock.advance(Duration.ofMillis(250));
        return openConnections();
    }

    @Test
    void unknownDevicesAreAnsweredAndKeptApart() {
        try (Wire truck = new Wire(ports.jt808());
                Wire station = new Wire(ports.hj212())) {
            truck.send(Terminal.frame("13999999999", 1, Terminal.report(0)));
            assertEquals(List.of("1:1"), truck.answers(1));
            String unknown = new String(packetText("2011", "CP=&&&&").replace(STATION, "Z000000_0000"));
            station.send(frame(unknown));
            String answer = new String(station.read(40), StandardCharsets.US_ASCII);
            assertTrue(answer.contains("CN=9011"), answer);
        }
        assertEquals(List.of("unknown-device", "unknown-device"), keeper.reasons());
        assertEquals(0, keeper.observations());
    }

    @Test
    void onlySoManyMessagesWaitForTheBroker() {
        int reports = 3000;
        keeper.hold();
        ByteArrayOutputStream flood = new ByteArrayOutputStream();
        for (int serial = 1; serial <= reports; serial++) {
            flood.writeBytes(Terminal.frame(TRUCK, serial, Terminal.report(serial % 1000)));
        }
        try (Wire wire = new Wire(ports.jt808())) {
            Thread sender = new Thread(() -> wire.send(flood.toByteArray()));
            sender.start();
            eventually(LIMIT, keeper::observations, count -> count >= 16);
            assertTrue(keeper.observations() < 16 + 512 / 40, keeper.observations() + " are waiting");
            keeper.release();
            TreeSet<String> answers = new TreeSet<>(wire.answers(reports));
            assertEquals(reports, answers.size());
            assertTrue(answers.stream().allMatch(answer -> answer.endsWith(":0")));
        }
        assertEquals(reports, keeper.observations());
    }

    @Test
    void aDeviceThatNeverReadsIsNotReadAndThenClosed() throws IOException {
        stopListening();
        start(Map.of("jt808.patience", "PT1S", "jt808.frame-patience", "PT1S"));
        ByteBuffer beats = beats();
        try (SocketChannel deaf = SocketChannel.open()) {
            deaf.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
            deaf.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.jt808()));
            deaf.configureBlocking(false);
            fillUntilStuck(deaf, beats);
            try (Wire other = new Wire(ports.jt808())) {
                other.send(Terminal.frame(TRUCK, 1, new HeartBeat()));
                assertEquals(List.of("1:0"), other.answers(1));
            }
            clock.advance(PATIENCE);
            eventually(LIMIT, () -> isGone(deaf), gone -> gone);
        }
    }

    private static ByteBuffer beats() {
        ByteArrayOutputStream beats = new ByteArrayOutputStream();
        for (int serial = 0; serial < 1000; serial++) {
            beats.writeBytes(Terminal.frame(TRUCK, serial, new HeartBeat()));
        }
        return ByteBuffer.wrap(beats.toByteArray());
    }

    /** Writes until nothing has been taken for many tries in a row. */
    private static void fillUntilStuck(SocketChannel channel, ByteBuffer frames) {
        List<Integer> refusedInARow = new ArrayList<>();
        eventually(
                LIMIT,
                () -> {
                    int taken = writeAll(channel, frames);
                    refusedInARow.add(taken);
                    return refusedInARow.subList(Math.max(0, refusedInARow.size() - 10), refusedInARow.size()).stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()
                            + (refusedInARow.size() < 10 ? 1 : 0);
                },
                takenLately -> takenLately == 0);
    }

    private static int writeAll(SocketChannel channel, ByteBuffer frames) {
        try {
            int written = 0;
            int now = 1;
            while (now > 0) {
                if (!frames.hasRemaining()) {
                    frames.rewind();
                }
                now = channel.write(frames);
                written += now;
            }
            return written;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isGone(SocketChannel channel) {
        try {
            return channel.write(ByteBuffer.wrap(new byte[] {0x7e})) < 0
                    || channel.read(ByteBuffer.allocate(65_536)) < 0;
        } catch (IOException reset) {
            return channel.isOpen();
        }
    }

    @Test
    void connectionsAreLimited() {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Wire wire = new Wire(ports.jt808());
            wire.send(Terminal.frame(TRUCK, 1, new HeartBeat()));
            assertEquals(List.of("1:0"), wire.answers(1));
            wires.add(wire);
        }
        try (Wire oneTooMany = new Wire(ports.jt808())) {
            assertTrue(oneTooMany.isClosedByPlatform());
        }
        assertEquals(
                1,
                context.metrics()
                        .get("sanse_connections_refused_total")
                        .tag("protocol", "jt808")
                        .counter()
                        .count());
        wires.forEach(Wire::close);
        eventually(LIMIT, () -> openConnections(), open -> open == 0);
        try (Wire again = new Wire(ports.jt808())) {
            again.send(Terminal.frame(TRUCK, 1, new HeartBeat()));
            assertEquals(List.of("1:0"), again.answers(1));
        }
    }

    private double openConnections() {
        return context.metrics()
                .get("sanse_connections")
                .tag("protocol", "jt808")
                .gauge()
                .value();
    }

    @Test
    void aStrictPortClosesAfterRefusing() {
        stopListening();
        start(Map.of("jt808.strict-authentication", "true"));
        try (Wire wire = new Wire(ports.jt808())) {
            wire.send(Terminal.frame(GUARDED_TRUCK, 1, Terminal.report(0)));
            assertEquals(List.of("1:1"), wire.answers(1));
            assertTrue(wire.isClosedByPlatform());
        }
    }

    @Test
    void aPortInUseFailsTheStart() {
        Map<String, String> settings = Map.of("jt808.port", String.valueOf(ports.jt808()), "hj212.port", "0");
        ServiceContext second = TestContexts.of(vertx, clock, settings);
        DeviceListeners listeners = new DeviceListeners(second, new Devices(new TestDirectory(), keeper, keeper));
        assertThrows(Exception.class, () -> listeners.start().await());
    }

    private void stopListening() {
        result(context.lifecycle().stop(LIMIT));
    }

    private static byte[] packet(String command, String parameters) {
        return frame(packetText(command, parameters));
    }

    private static String packetText(String command, String parameters) {
        return "QN=20260305200000001;ST=22;CN=" + command + ";PW=123456;MN=" + STATION + ";Flag=5;" + parameters;
    }

    private static byte[] frame(String segment) {
        int crc = CrcVariant.HJ212.of(segment.getBytes(StandardCharsets.US_ASCII));
        return "##%04d%s%04X\r\n".formatted(segment.length(), segment, crc).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

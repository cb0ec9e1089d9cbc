package io.sanse.notify.channel.smpp.pdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PduFramerTest {

    @ParameterizedTest(name = "length {0}: {1}")
    @CsvSource({
        "15, refused",
        "16, taken",
        "17, taken",
        "65535, taken",
        "65536, taken",
        "65537, refused",
        "-1, refused",
        "0, refused"
    })
    void lengthsAtTheLimits(int length, String verdict) throws FrameLengthException {
        PduFramer framer = new PduFramer();
        framer.append(ByteBuffer.allocate(Math.max(length, 16)).putInt(length).array());
        if (verdict.equals("refused")) {
            assertThrows(FrameLengthException.class, framer::next);
        } else {
            assertEquals(length, framer.next().orElseThrow().length);
            assertEquals(Optional.empty(), framer.next());
        }
    }

    @Test
    void anyWayOfCuttingTheStreamGivesTheSameFrames() throws FrameLengthException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<byte[]> sent = new ArrayList<>();
            ByteBuffer stream = ByteBuffer.allocate(20_000);
            while (stream.remaining() > 300) {
                byte[] frame = new byte[16 + random.nextInt(280)];
                ByteBuffer.wrap(frame).putInt(frame.length);
                sent.add(frame);
                stream.put(frame);
            }
            List<byte[]> received = cutAtRandom(stream.flip(), random);
            assertEquals(sent.size(), received.size());
            for (int i = 0; i < sent.size(); i++) {
                assertArrayEquals(sent.get(i), received.get(i));
            }
        }
    }

    private static List<byte[]> cutAtRandom(ByteBuffer stream, Random random) throws FrameLengthException {
        PduFramer framer = new PduFramer();
        List<byte[]> received = new ArrayList<>();
        while (stream.hasRemaining()) {
            byte[] read = new byte[Math.min(stream.remaining(), 1 + random.nextInt(700))];
            stream.get(read);
            framer.append(read);
            for (Optional<byte[]> frame = framer.next(); frame.isPresent(); frame = framer.next()) {
                received.add(frame.get());
            }
        }
        return received;
    }
}

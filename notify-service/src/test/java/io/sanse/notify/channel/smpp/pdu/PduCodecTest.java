package io.sanse.notify.channel.smpp.pdu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PduCodecTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a string without its end, 00000011 80000004 00000000 00000007 39, INVALID_COMMAND_LENGTH",
        "a body that stops in a field, 00000012 00000009 00000000 00000007 6100, INVALID_COMMAND_LENGTH",
        "a text shorter than sm_length, "
                + "00000022 00000004 00000000 00000007 000000000000000000000000000000000561, INVALID_MESSAGE_LENGTH",
        "an optional parameter cut in its tag, 00000013 80000004 00000000 00000007 000424, INVALID_OPTIONAL_PARAMETERS",
        "octets after an enquire_link, 00000011 00000015 00000000 00000007 00, INVALID_COMMAND_LENGTH"
    })
    void unreadableBodies(String name, String hex, CommandStatus answer) {
        byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
        MalformedPduException refused = assertThrows(MalformedPduException.class, () -> PduCodec.decode(frame));
        assertEquals(answer, refused.status());
        assertEquals(7, refused.sequence());
    }

    @Test
    void noiseIsReadBackToItselfOrRefused() {
        Random random = new Random(11);
        CommandId[] commands = CommandId.values();
        for (int round = 0; round < 20_000; round++) {
            byte[] body = new byte[random.nextInt(80)];
            random.nextBytes(body);
            byte[] frame = PduCodec.encode(new Pdu(
                    commands[random.nextInt(commands.length)].id(),
                    random.nextInt(),
                    random.nextInt() & 0xFFFFFFFFL,
                    new PduBody.Opaque(Octets.of(body))));
            assertReadBackOrRefused(frame);
        }
    }

    private static void assertReadBackOrRefused(byte[] frame) {
        Pdu pdu;
        try {
            pdu = PduCodec.decode(frame);
        } catch (MalformedPduException refused) {
            assertFalse(refused.getMessage().isBlank());
            return;
        }
        try {
            assertArrayEquals(frame, PduCodec.encode(pdu));
        } catch (IllegalArgumentException overlong) {
            assertTrue(overlong.getMessage().contains("does not fit"));
        }
    }

    @Test
    void theLastParameterMayBeShorterThanItSays() throws MalformedPduException {
        byte[] frame = HexFormat.of().parseHex("00000016800000040000000000000007000424000241");
        Pdu pdu = PduCodec.decode(frame);
        assertEquals(new PduBody.MessageAnswer("", List.of(new Tlv(0x0424, 2, Octets.of((byte) 0x41)))), pdu.body());
        assertArrayEquals(frame, PduCodec.encode(pdu));
    }

    @ParameterizedTest(name = "a text of {0} octets: {1}")
    @CsvSource({"253, written", "254, written", "255, refused"})
    void textsAtTheLimit(int length, String verdict) throws MalformedPduException {
        PduBody body = new PduBody.ShortMessage(
                "",
                Address.plain("1069"),
                Address.plain("13800000000"),
                MessageOptions.withReceipt(0, 0),
                Octets.of(new byte[length]),
                List.of());
        Pdu pdu = Pdu.request(CommandId.SUBMIT_SM, 1, body);
        if (verdict.equals("refused")) {
            assertThrows(IllegalArgumentException.class, () -> PduCodec.encode(pdu));
        } else {
            assertEquals(pdu, PduCodec.decode(PduCodec.encode(pdu)));
        }
    }

    @ParameterizedTest(name = "a system id of {0} characters: {1}")
    @CsvSource({"14, written", "15, written", "16, refused"})
    void stringsAtTheLimit(int length, String verdict) throws MalformedPduException {
        PduBody body = new PduBody.Bind("s".repeat(length), "", "", PduBody.Bind.VERSION_3_4, Address.plain(""));
        Pdu pdu = Pdu.request(CommandId.BIND_TRANSCEIVER, 1, body);
        if (verdict.equals("refused")) {
            assertThrows(IllegalArgumentException.class, () -> PduCodec.encode(pdu));
        } else {
            assertEquals(pdu, PduCodec.decode(PduCodec.encode(pdu)));
        }
    }

    @Test
    void nothingPrivateIsPrinted() {
        PduBody bind = new PduBody.Bind("sanse", "secret", "", PduBody.Bind.VERSION_3_4, Address.plain(""));
        assertFalse(bind.toString().contains("secret"));
        assertFalse(Address.plain("13800000000").toString().contains("138"));
    }
}

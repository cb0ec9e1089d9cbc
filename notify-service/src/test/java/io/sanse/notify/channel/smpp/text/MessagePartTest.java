package io.sanse.notify.channel.smpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.notify.channel.smpp.pdu.MessageOptions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePartTest {

    @ParameterizedTest(name = "{0} × {1} in {2}: {3} parts")
    @CsvSource({
        "159, a, GSM7, 1",
        "160, a, GSM7, 1",
        "161, a, GSM7, 2",
        "306, a, GSM7, 2",
        "307, a, GSM7, 3",
        "79, €, GSM7, 1",
        "80, €, GSM7, 1",
        "81, €, GSM7, 2",
        "152, €, GSM7, 2",
        "153, €, GSM7, 3",
        "139, ä, LATIN1, 1",
        "140, ä, LATIN1, 1",
        "141, ä, LATIN1, 2",
        "268, ä, LATIN1, 2",
        "269, ä, LATIN1, 3",
        "69, 警, GSM7, 1",
        "70, 警, GSM7, 1",
        "71, 警, GSM7, 2",
        "134, 警, GSM7, 2",
        "135, 警, GSM7, 3",
        "35, 🚛, GSM7, 1",
        "36, 🚛, GSM7, 2",
        "66, 🚛, GSM7, 2",
        "67, 🚛, GSM7, 3",
        "0, a, GSM7, 1",
        "17085, 警, GSM7, 255"
    })
    void numberOfParts(int times, String character, Alphabet preferred, int parts) {
        assertEquals(
                parts, MessagePart.of(character.repeat(times), preferred, 1).size());
    }

    @Test
    void moreThan255PartsAreRefused() {
        String text = "警".repeat(255 * 67 + 1);
        assertThrows(IllegalArgumentException.class, () -> MessagePart.of(text, Alphabet.GSM7, 1));
    }

    @Test
    void oneUncommonCharacterTakesTheWholeTextToUcs2() {
        assertEquals(0, MessagePart.of("pit [3] 5€", Alphabet.GSM7, 1).get(0).dataCoding());
        assertEquals(8, MessagePart.of("pit ［3］", Alphabet.GSM7, 1).get(0).dataCoding());
        assertEquals(3, MessagePart.of("Süd", Alphabet.LATIN1, 1).get(0).dataCoding());
    }

    @Test
    void theSixOctetHeaderAnnouncesItself() {
        List<MessagePart> parts = MessagePart.of("警".repeat(100), Alphabet.GSM7, 0x12A);
        assertEquals("0500032a0201", parts.get(0).content().hex().substring(0, 12));
        assertEquals("0500032a0202", parts.get(1).content().hex().substring(0, 12));
        assertTrue(parts.stream().allMatch(part -> part.esmClass() == MessageOptions.USER_DATA_HEADER));
    }

    @Test
    void anyTextIsReadBackWholeAndNoCharacterIsParted() {
        Random random = new Random(3);
        String characters = "aZ9 @€[]{}^~|\\é警示🚛🏭";
        int[] pool = characters.codePoints().toArray();
        for (int round = 0; round < 2_000; round++) {
            int kinds = 1 + random.nextInt(pool.length);
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(700);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(pool[random.nextInt(kinds)]);
            }
            assertReadBack(text.toString(), round);
        }
    }

    private static void assertReadBack(String text, int reference) {
        StringBuilder read = new StringBuilder();
        List<MessagePart> parts = MessagePart.of(text, Alphabet.GSM7, reference);
        for (MessagePart part : parts) {
            byte[] content = part.content().toArray();
            boolean headed = part.esmClass() == MessageOptions.USER_DATA_HEADER;
            int header = headed ? ConcatenationHeader.length(content) : 0;
            if (headed) {
                ConcatenationHeader expected =
                        new ConcatenationHeader(reference & 0xFF, parts.size(), parts.indexOf(part) + 1);
                assertEquals(expected, ConcatenationHeader.find(content).orElseThrow());
            }
            String piece = Alphabet.of(part.dataCoding(), Alphabet.GSM7)
                    .decode(Arrays.copyOfRange(content, header, content.length));
            assertTrue(content.length <= (part.dataCoding() == 8 ? 140 : 160));
            assertTrue(piece.isEmpty() || !Character.isLowSurrogate(piece.charAt(0)));
            read.append(piece);
        }
        assertEquals(text, read.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "16-bit reference, 0608040102030261, 258/3/2",
        "after another element, 0a0504158115810003050301, none",
        "behind a port element, 0b05041581158100030503020161, 5/3/2",
        "no header at all, 61, none",
        "part zero, 050003050300, none",
        "part beyond the total, 050003050304, none",
        "header longer than the message, ff0003050301, 5/3/1"
    })
    void headersOfOtherSenders(String name, String hex, String expected) {
        String found = ConcatenationHeader.find(HexFormat.of().parseHex(hex))
                .map(part -> part.reference() + "/" + part.total() + "/" + part.number())
                .orElse("none");
        assertEquals(expected, found);
    }
}

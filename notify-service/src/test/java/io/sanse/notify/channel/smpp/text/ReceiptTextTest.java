package io.sanse.notify.channel.smpp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.notify.SampleFile;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "as in the appendix; id:12 sub:001 dlvrd:001 submit date:1005232039 done date:1005242339 stat:DELIVRD"
                        + " err:000 text:Hello; 12; DELIVERED; 2010-05-24T23:39; 000; Hello",
                "seconds; id:12 done date:100524233907 stat:EXPIRED; 12; EXPIRED; 2010-05-24T23:39:07; null; null",
                "century; id:12 done date:20100524233907 stat:EXPIRED; 12; EXPIRED; 2010-05-24T23:39:07; null; null",
                "impossible date; id:12 done date:1013242339 stat:EXPIRED; 12; EXPIRED; null; null; null",
                "capitals; ID:AbC STAT:undeliv Err:21b; AbC; UNDELIVERABLE; null; 21b; null",
                "a message about states; id:1 stat:DELIVRD err:0 text:stat:REJECTD err:9 id:7; 1; DELIVERED; null; 0;"
                        + " stat:REJECTD err:9 id:7",
                "text before the state; id:1 text:a b stat:REJECTD; 1; REJECTED; null; null; a b",
                "empty text; id:1 text: stat:DELIVRD; 1; DELIVERED; null; null; ''",
                "space after the colon; id: 77 stat: DELIVRD; 77; DELIVERED; null; null; null",
                "no value; id: stat:DELIVRD; null; DELIVERED; null; null; null",
                "a word that ends like a field; paid:5 id:6 stat:DELIVRD; 6; DELIVERED; null; null; null",
                "a state of another family; id:1 stat:MA:0001; 1; null; null; null; null",
                "somebody's message; see you at 8; null; null; null; null; null"
            },
            nullValues = "null")
    void quirks(
            String name, String text, String id, MessageState state, LocalDateTime done, String error, String rest) {
        ReceiptText read = ReceiptText.parse(text);
        assertEquals(id, read.messageId());
        assertEquals(state, read.state());
        assertEquals(done, read.doneDate());
        assertEquals(error, read.error());
        assertEquals(rest, read.text());
    }

    @Test
    void lineBreaksPartFieldsToo() {
        ReceiptText read = ReceiptText.parse("id:1\r\nstat:DELIVRD\r\nerr:3");
        assertEquals(new ReceiptText("1", null, null, null, null, MessageState.DELIVERED, "3", null), read);
    }

    @TestFactory
    Stream<DynamicTest> everySample() {
        List<JsonNode> samples = SampleFile.read("smpp_receipt_samples.jsonl");
        return IntStream.range(0, samples.size())
                .mapToObj(i -> dynamicTest("sample " + i, () -> check(samples.get(i))));
    }

    private static void check(JsonNode sample) {
        ReceiptText read = ReceiptText.parse(sample.path("raw").asText());
        JsonNode expected = sample.path("expect");
        expect(expected, "dlr.getMessageId()", read.messageId());
        expect(expected, "dlr.getRawErrorCode()", read.error());
        expect(expected, "dlr.getText()", read.text());
        expectNumber(expected, "dlr.getSubmitCount()", read.submitted());
        expectNumber(expected, "dlr.getDeliveredCount()", read.delivered());
        expectNumber(expected, "dlr.getErrorCode()", number(read.error()));
        expectDate(expected, "dlr.getSubmitDate()", read.submitDate());
        expectDate(expected, "dlr.getDoneDate()", read.doneDate());
        String state = expected.path("dlr.getState()").asText("");
        if (!state.isEmpty()) {
            assertEquals(state.endsWith("DELIVERED") ? MessageState.DELIVERED : null, read.state());
        }
    }

    private static void expect(JsonNode expected, String key, String actual) {
        if (expected.has(key)) {
            assertEquals(expected.get(key).asText(), "\"" + actual + "\"", key);
        }
    }

    private static void expectNumber(JsonNode expected, String key, Integer actual) {
        if (expected.has(key)) {
            assertEquals(expected.get(key).asInt(), actual == null ? -1 : actual, key);
        }
    }

    /** Written as {@code new DateTime(2010, 5, 23, 20, 39, 0, 0, …)}. */
    private static void expectDate(JsonNode expected, String key, LocalDateTime actual) {
        if (expected.has(key)) {
            int[] parts = Arrays.stream(expected.get(key).asText().split("\\D+"))
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            LocalDateTime date = LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            assertEquals(date, actual, key);
        }
    }

    private static Integer number(String error) {
        return error != null && error.matches("\\d+") ? Integer.valueOf(error) : null;
    }
}

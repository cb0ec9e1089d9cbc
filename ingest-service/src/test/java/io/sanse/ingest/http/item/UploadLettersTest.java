package io.sanse.ingest.http.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.DeadLetter;
import io.sanse.runtime.failure.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadLettersTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final Rejected REJECTED = new Rejected("schema", "payload.details.vehicles '浙GX' is no plate");
    private static final String PERSON = """
            {"observedAt": "2026-03-05T12:00:00Z", "payload": {"kind": "registration", "id": "P1",
             "details": {"kind": "person", "vehicles": ["浙GX"], "enterprises": [], "qualifications": [], "record": true}}}""";
    private static final String TOLD = "payload.details.vehicles is wrong; its sender was told how";

    private static DeadLetter letter(JsonNode item) {
        return UploadLetters.ofItem(new Upload("integrator", NOW, List.of(item)), item, REJECTED);
    }

    private static String raw(DeadLetter letter) {
        return new String(letter.raw(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a person          | payload.id           | \"P1\"           | {\"withheld\":\"registration\",\"kind\":\"person\",\"id\":\"P1\"}",
                "without an id     | payload.id           |                  | {\"withheld\":\"registration\",\"kind\":\"person\"}",
                "an id of no form  | payload.id           | {\"of\": \"P1\"} | {\"withheld\":\"registration\",\"kind\":\"person\"}",
                "without a kind    | payload.details.kind |                  | {\"withheld\":\"registration\",\"id\":\"P1\"}",
                "an unknown kind   | payload.details.kind | \"persn\"        | {\"withheld\":\"registration\",\"id\":\"P1\"}",
                "misspelled        | payload.kind         | \"registraton\"  | {\"withheld\":\"registration\",\"kind\":\"person\",\"id\":\"P1\"}",
                "without details   | payload.details      |                  | {\"withheld\":\"registration\",\"id\":\"P1\"}",
                "a station         | payload.details.kind | \"station\"      | {\"withheld\":\"registration\",\"kind\":\"station\",\"id\":\"P1\"}",
                "one level deeper  | payload              | {\"a\": {\"details\": 1}} | {\"withheld\":\"registration\"}",
                "a text            | payload              | \"P1 record\"    | {\"withheld\":\"registration\"}",
                "a list            | payload              | [{\"id\": \"P1\"}] | {\"withheld\":\"registration\"}",
                "without payload   | payload              |                  | {\"withheld\":\"registration\"}"
            })
    void ofARegistrationKindAndIdAreKept(String row, String member, String value, String kept) {
        DeadLetter letter = letter(JsonItems.with(PERSON, member, value));
        assertEquals(kept, raw(letter));
        assertEquals("schema", letter.reason());
        assertEquals(TOLD, letter.detail());
    }

    @Test
    void oneWithoutTheLevelOfThePayloadIsARegistrationToo() {
        JsonNode item = JsonItems.node(PERSON).get("payload");
        assertEquals("{\"withheld\":\"registration\",\"kind\":\"person\",\"id\":\"P1\"}", raw(letter(item)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "payload.details.phone '138-0013-8000' is no telephone number | payload.details.phone is wrong",
                "payload.details.units.secret word is no factor               | payload.details.units is wrong",
                "payload.kind 'secret' is not one of a, b                     | payload.kind is wrong",
                "payload.details has a member that is not known: secret       | payload.details is wrong",
                "observedAt 'secret' is not a time                            | observedAt is wrong",
                "the item is not an object                                    | it is wrong",
                "more than 128 units                                          | it is wrong"
            })
    void ofWhatIsWrongThePlaceIsKept(String said, String kept) {
        JsonNode item = JsonItems.node(PERSON);
        DeadLetter letter =
                UploadLetters.ofItem(new Upload("integrator", NOW, List.of(item)), item, new Rejected("schema", said));
        assertEquals(kept + "; its sender was told how", letter.detail());
    }

    @Test
    void theNameOfAnUnknownMemberIsNoPath() {
        Members members = Members.of(JsonItems.node("{\"secret\": 1}"), "payload.details");
        Rejected refusal = assertThrows(Rejected.class, members::end);
        assertEquals("payload.details has a member that is not known: secret", refusal.getMessage());
    }

    @Test
    void ofAnObservationEverythingIsKept() {
        JsonNode item = JsonItems.node("{\"payload\":{\"kind\":\"smell\"}}");
        assertEquals(item.toString(), raw(letter(item)));
        assertEquals(REJECTED.getMessage(), letter(item).detail());
    }

    @Test
    void otherContentIsAnotherLetterAndARepeatIsNot() {
        JsonNode item = JsonItems.node(PERSON);
        JsonNode other = JsonItems.with(PERSON, "payload.details.record", "false");
        assertEquals(letter(item).id(), letter(item).id());
        assertNotEquals(letter(item).id(), letter(other).id());
    }

    @Test
    void ofABodyItsLengthIsKept() {
        byte[] body = ("[" + PERSON).getBytes(StandardCharsets.UTF_8);
        DeadLetter letter = UploadLetters.ofBody("integrator", body, new Rejected("not-json", "is not JSON"), NOW);
        assertEquals("{\"withheld\":\"body\",\"bytes\":" + body.length + "}", raw(letter));
        assertEquals("is not JSON", letter.detail());
    }
}

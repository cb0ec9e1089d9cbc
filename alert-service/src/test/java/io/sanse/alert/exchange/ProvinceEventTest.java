package io.sanse.alert.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvinceEventTest {
    private static Map<String, Object> urge() {
        return new HashMap<>(Map.of(
                "specversion", "1.0",
                "id", "p-1",
                "source", "urn:sanse:province:330000",
                "type", "sanse.command.urge",
                "subject", "7f6c1d0a-5a50-4b39-9a57-0f4e1c9b1c11",
                "time", "2026-03-05T12:00:00Z",
                "data", Map.of("reason", "三日未反馈")));
    }

    @ParameterizedTest
    @CsvSource({"urge,URGE", "supervise,SUPERVISE", "feedback,COMMENT"})
    void readsCommands(String verb, CommandType type) {
        Map<String, Object> event = urge();
        event.put("type", "sanse.command." + verb);
        ProvinceEvent.Command command = assertInstanceOf(ProvinceEvent.Command.class, ProvinceEvent.read(event));
        assertEquals(type, command.type());
        assertEquals("三日未反馈", command.reason());
        ProvinceEvent.Command again = assertInstanceOf(ProvinceEvent.Command.class, ProvinceEvent.read(event));
        assertEquals(command.commandId(), again.commandId());
    }

    @Test
    void aReturnSaysWhereTo() {
        Map<String, Object> event = urge();
        event.put("type", "sanse.command.return");
        event.put("data", Map.of("reason", "照片不清", "returnTo", "on-scene"));
        ProvinceEvent.Command command = assertInstanceOf(ProvinceEvent.Command.class, ProvinceEvent.read(event));
        assertEquals(AlertState.ON_SCENE, command.details().returnTo());
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3, specversion is not 1.0",
        "source, urn:sanse:city:330784, source is not a province",
        "source, '', source is missing or not a text of at most 256 characters",
        "type, sanse.command.close, type is none of the province's commands",
        "subject, no-uuid, Invalid UUID string: no-uuid",
        "time, yesterday, Text 'yesterday' could not be parsed at index 0",
        "id, ' ', id is missing or longer than 128",
        "data, text, data.reason is missing or longer than 500"
    })
    void refusesWithTheReason(String attribute, String value, String reason) {
        Map<String, Object> event = urge();
        event.put(attribute, value);
        ProvinceEvent.Unreadable refused = assertInstanceOf(ProvinceEvent.Unreadable.class, ProvinceEvent.read(event));
        assertEquals(reason, refused.reason());
    }

    @Test
    void aReturnWithoutATargetIsRefused() {
        Map<String, Object> event = urge();
        event.put("type", "sanse.command.return");
        assertInstanceOf(ProvinceEvent.Unreadable.class, ProvinceEvent.read(event));
        event.put("data", Map.of("reason", "x", "returnTo", "closed"));
        assertInstanceOf(ProvinceEvent.Unreadable.class, ProvinceEvent.read(event));
    }
}

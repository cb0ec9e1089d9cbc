package io.sanse.alert.exchange;

import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An event of the province, checked against {@code docs/exchange.md}. */
sealed interface ProvinceEvent {
    int MAX_ID = 128;
    int MAX_REASON = 500;
    String TYPE_PREFIX = "sanse.command.";

    /** The event's id, or null when it has none that can be read. */
    String id();

    /**
     * A command to one of our alerts.
     *
     * @param id unique within the source
     * @param source the province's
     * @param alertId to which alert
     * @param at when the province gave it
     * @param type what to do
     * @param reason why
     * @param details where a return goes back to
     */
    record Command(
            String id, String source, UUID alertId, Instant at, CommandType type, String reason, CommandDetails details)
            implements ProvinceEvent {
        /** Deterministic, so that a repeat is the same command. */
        UUID commandId() {
            return UUID.nameUUIDFromBytes((source + ' ' + id).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Not an event of the exchange. */
    record Unreadable(String id, String reason) implements ProvinceEvent {}

    static ProvinceEvent read(Map<String, Object> event) {
        String id = event.get("id") instanceof String text && !text.isBlank() && text.length() <= MAX_ID ? text : null;
        try {
            return id == null ? new Unreadable(null, "id is missing or longer than " + MAX_ID) : command(id, event);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            return new Unreadable(id, wrong.getMessage());
        }
    }

    private static Command command(String id, Map<String, Object> event) {
        if (!"1.0".equals(event.get("specversion"))) {
            throw new IllegalArgumentException("specversion is not 1.0");
        }
        String source = text(event, "source");
        if (!source.startsWith("urn:sanse:province:")) {
            throw new IllegalArgumentException("source is not a province");
        }
        Map<?, ?> data = event.get("data") instanceof Map<?, ?> map ? map : Map.of();
        CommandType type = type(text(event, "type"));
        return new Command(
                id,
                source,
                UUID.fromString(text(event, "subject")),
                Instant.parse(text(event, "time")),
                type,
                reason(data),
                type == CommandType.RETURN ? returnTo(data) : CommandDetails.NONE);
    }

    private static CommandType type(String type) {
        return switch (type) {
            case TYPE_PREFIX + "urge" -> CommandType.URGE;
            case TYPE_PREFIX + "supervise" -> CommandType.SUPERVISE;
            case TYPE_PREFIX + "return" -> CommandType.RETURN;
            case TYPE_PREFIX + "feedback" -> CommandType.COMMENT;
            default -> throw new IllegalArgumentException("type is none of the province's commands");
        };
    }

    private static String text(Map<String, Object> event, String attribute) {
        if (event.get(attribute) instanceof String text && !text.isBlank() && text.length() <= 256) {
            return text;
        }
        throw new IllegalArgumentException(attribute + " is missing or not a text of at most 256 characters");
    }

    private static String reason(Map<?, ?> data) {
        if (data.get("reason") instanceof String reason && !reason.isBlank() && reason.length() <= MAX_REASON) {
            if (reason.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n')) {
                throw new IllegalArgumentException("data.reason has a control character");
            }
            return reason;
        }
        throw new IllegalArgumentException("data.reason is missing or longer than " + MAX_REASON);
    }

    private static CommandDetails returnTo(Map<?, ?> data) {
        AlertState state = data.get("returnTo") instanceof String text ? AlertState.of(text) : null;
        if (state != AlertState.ON_SCENE && state != AlertState.HANDLED) {
            throw new IllegalArgumentException("data.returnTo is neither on-scene nor handled");
        }
        return new CommandDetails(null, null, null, null, null, state, List.of(), null);
    }
}

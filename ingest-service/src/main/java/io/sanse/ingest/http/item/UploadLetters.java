package io.sanse.ingest.http.item;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.DeadLetter;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Letters of refused uploads. The same input of the same user is one letter, however often it is sent. A letter is read by more people than the registry shows its
 * secrets and its persons to: of a registration, or what may have been meant as one, it keeps the kind, the id and where it is wrong, of a body that cannot be read
 * how long it was. Who sent it has the rest.
 */
public final class UploadLetters {
    private static final String PAYLOAD = "payload";
    private static final String DETAILS = "details";
    private static final String TOLD = " is wrong; its sender was told how";
    private static final Pattern PATH =
            Pattern.compile("(?:observedAt|source|location|payload)(?:\\.\\p{Alpha}+){0,2}");

    private UploadLetters() {}

    static DeadLetter ofItem(Upload upload, JsonNode item, Rejected rejected) {
        byte[] content = bytes(item);
        UUID id = idOf(upload.user(), content);
        if (!mayRegister(item)) {
            return letter(id, upload.user(), rejected, content, upload.receivedAt());
        }
        Rejected told = new Rejected(rejected.reason(), where(rejected) + TOLD);
        return letter(id, upload.user(), told, bytes(kept(item)), upload.receivedAt());
    }

    /** Also where a level is missing, is text, or something is misspelled: rather one letter too many is withheld than one too few. */
    private static boolean mayRegister(JsonNode item) {
        return ItemReader.isRegistration(item) || !item.path(PAYLOAD).isObject() || item.findValue(DETAILS) != null;
    }

    /** The path with which a refusal begins, as far as its names are known ones; what follows may quote the input. */
    private static String where(Rejected rejected) {
        Matcher path = PATH.matcher(rejected.getMessage());
        return path.lookingAt() ? path.group() : "it";
    }

    private static Map<String, Object> kept(JsonNode item) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("withheld", "registration");
        JsonNode payload = item.path(PAYLOAD).isObject() ? item.path(PAYLOAD) : item;
        String kind = payload.path(DETAILS).path("kind").asText();
        if (Stream.of(RegistryKind.values()).map(RegistryKind::text).anyMatch(kind::equals)) {
            kept.put("kind", kind);
        }
        String id = payload.path("id").asText();
        if (!id.isEmpty() && id.length() <= PayloadReader.NAME) {
            kept.put("id", id);
        }
        return kept;
    }

    /** Of a body in which no items can be told apart. */
    public static DeadLetter ofBody(String user, byte[] body, Rejected rejected, Instant receivedAt) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("withheld", "body");
        kept.put("bytes", body.length);
        return letter(idOf(user, body), user, rejected, bytes(kept), receivedAt);
    }

    /** Of a body that did not arrive: only its time tells it from others. */
    public static DeadLetter ofUnread(String user, Rejected rejected, Instant receivedAt) {
        byte[] trace = receivedAt.toString().getBytes(StandardCharsets.UTF_8);
        return letter(idOf(user, trace), user, rejected, trace, receivedAt);
    }

    private static DeadLetter letter(UUID id, String user, Rejected rejected, byte[] raw, Instant receivedAt) {
        return new DeadLetter(
                id,
                "ingest-service",
                ItemReader.PROTOCOL,
                user,
                rejected.reason(),
                rejected.getMessage(),
                raw,
                receivedAt);
    }

    private static byte[] bytes(Object json) {
        try {
            return Json.strict().writeValueAsBytes(json);
        } catch (JacksonException impossible) {
            throw new UncheckedIOException("what was read as JSON can be written", impossible);
        }
    }

    private static UUID idOf(String user, byte[] content) {
        byte[] name = (ItemReader.PROTOCOL + '\u0000' + user + '\u0000').getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(name, name.length + content.length);
        System.arraycopy(content, 0, all, name.length, content.length);
        return UUID.nameUUIDFromBytes(all);
    }
}

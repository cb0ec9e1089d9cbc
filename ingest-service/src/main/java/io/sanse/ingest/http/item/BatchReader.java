package io.sanse.ingest.http.item;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the body of an upload as far as the list of its items. */
public final class BatchReader {
    public static final int MAX_ITEMS = 1_000;

    private static final String ITEMS = "observations";

    private BatchReader() {}

    /** @throws Rejected {@code not-json} or {@code not-a-batch}: nothing in the body can be used */
    public static Upload read(byte[] body, String user, Instant receivedAt) {
        JsonNode batch = parse(body);
        JsonNode items = batch.path(ITEMS);
        if (!batch.isObject() || batch.size() != 1 || !items.isArray()) {
            throw new Rejected("not-a-batch", "the body is not an object with the one member '" + ITEMS + "', a list");
        }
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new Rejected("not-a-batch", "a batch has 1 to " + MAX_ITEMS + " items, this one " + items.size());
        }
        List<JsonNode> list = new ArrayList<>(items.size());
        items.forEach(list::add);
        return new Upload(user, receivedAt, list);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.strict().readTree(body);
        } catch (StreamConstraintsException tooMuch) {
            String what = "the body is nested too deep, or a text or number in it is too long";
            throw new Rejected("not-json", what + at(tooMuch));
        } catch (JacksonException malformed) {
            throw new Rejected("not-json", "the body is not JSON" + at(malformed));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can always be read", impossible);
        }
    }

    /** Where, but not what: the library's words quote the body, and they are kept where more people read than may see it. */
    private static String at(JacksonException malformed) {
        JsonLocation place = malformed.getLocation();
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ')';
    }
}

package io.sanse.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes records as JSON. */
public final class Json {
    /** For what services say to each other: members that this version does not know are passed over. */
    private static final ObjectMapper INTERNAL = builder(StreamReadConstraints.defaults())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Longest text that is read from outside, characters: a table of cases. The sizes of bodies are limited before that. */
    private static final int MAX_TEXT = 400_000;

    /** For what comes from outside: unknown members, trailing text, duplicate keys and depth are errors. */
    private static final ObjectMapper STRICT = builder(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    private static JsonMapper.Builder builder(StreamReadConstraints constraints) {
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    }

    public static byte[] bytes(Object value) {
        try {
            return INTERNAL.writeValueAsBytes(value);
        } catch (JacksonException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static String text(Object value) {
        try {
            return INTERNAL.writeValueAsString(value);
        } catch (JacksonException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Reads what another service wrote. */
    public static <T> T parse(byte[] json, Class<T> type) throws IOException {
        return INTERNAL.readValue(json, type);
    }

    /** Reads what another service wrote. */
    public static <T> T parse(String json, Class<T> type) throws JacksonException {
        return INTERNAL.readValue(json, type);
    }

    /** The mapper for input from outside; its exceptions say what is wrong and where. */
    public static ObjectMapper strict() {
        return STRICT;
    }

    /** A record as a Vert.x JSON object. */
    public static JsonObject object(Object value) {
        return new JsonObject(text(value));
    }

    /** A record from a Vert.x JSON object. */
    public static <T> T record(JsonObject json, Class<T> type) {
        try {
            return INTERNAL.readValue(json.encode(), type);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package io.sanse.model.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.time.Wake;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Dossiers as Smile, which is JSON in binary: a member that a later version adds is simply absent in an older one, ids take sixteen bytes, and writing costs half. Times have
 * milliseconds, as observations have. Half a character does not keep a dossier from being written: it is written when the transaction ends, when nobody could be blamed. What an earlier version wrote as JSON is read, too.
 */
final class DossierCodec {
    /** The first byte of Smile; JSON's is a brace. */
    private static final byte SMILE = ':';

    private static final ObjectMapper BINARY = SmileMapper.builder(SmileFactory.builder()
                    .enable(SmileGenerator.Feature.LENIENT_UTF_ENCODING)
                    .build())
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** The part that is needed to know when to look again. */
    private record Waking(List<Wake> wakes) {}

    private DossierCodec() {}

    static byte[] encode(Dossier dossier) {
        try {
            return BINARY.writeValueAsBytes(dossier);
        } catch (JacksonException unwritable) {
            throw new UncheckedIOException("a dossier cannot be written", unwritable);
        }
    }

    static Dossier decode(byte[] bytes) {
        return read(bytes, Dossier.class);
    }

    static List<Wake> wakes(byte[] bytes) {
        return read(bytes, Waking.class).wakes();
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return bytes[0] == SMILE ? BINARY.readValue(bytes, type) : Json.parse(bytes, type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("stored state cannot be read", unreadable);
        }
    }
}

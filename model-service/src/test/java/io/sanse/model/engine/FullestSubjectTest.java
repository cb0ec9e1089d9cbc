package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.detection.Evidence;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.fact.EnterpriseFacts;
import io.sanse.model.detect.fact.Facts;
import io.sanse.model.detect.fact.Overgrown;
import io.sanse.runtime.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A subject whose every book is full, with as many words as are told of one, is kept in records that the broker takes. */
class FullestSubjectTest {
    private static final Instant AT = Instant.parse("2026-03-05T14:00:00Z");
    private static final Subject FIRM = Subject.enterprise("F1");

    /** What a producer sends at most in one request, before it is compressed. */
    private static final int LARGEST_REQUEST = 1 << 20;

    private static final int WORDS = 64;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> records = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("dossiers"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    private static Detection word(int number) {
        List<Evidence> evidence = IntStream.range(0, 64)
                .mapToObj(one ->
                        new Evidence(new UUID(number, one), "clue", AT, new GeoPoint(120, 28), "味".repeat(2_000)))
                .toList();
        return new Detection(
                new UUID(0, number),
                Change.RAISED,
                1,
                "model",
                1,
                FIRM,
                List.of(),
                AT.plusSeconds(number),
                Level.RED,
                100,
                AT,
                AT,
                null,
                null,
                null,
                null,
                Set.of(),
                evidence,
                Map.of(),
                Map.of(),
                new LocalizedText("x".repeat(2_000), "x".repeat(2_000)),
                AT,
                AT,
                AT);
    }

    @Test
    void everyBookAtItsLimitAndManyWords() {
        records.init(context.getStateStoreContext(), records);
        DossierStore store = new DossierStore(records);
        List<Detection> words =
                IntStream.range(0, WORDS).mapToObj(FullestSubjectTest::word).toList();
        for (Facts facts : Overgrown.all(0)) {
            List<Detection> said = facts instanceof EnterpriseFacts ? words : List.of();
            String subject = facts.getClass().getSimpleName();
            byte[] dossier = DossierCodec.encode(new Dossier(facts, said, List.of(), List.of(), 1));
            assertTrue(dossier.length > LARGEST_REQUEST, subject + ": " + dossier.length);
            store.put(subject, dossier);
            assertArrayEquals(dossier, store.get(subject));
        }
        try (KeyValueIterator<String, byte[]> all = records.all()) {
            all.forEachRemaining(record -> assertTrue(record.value.length < LARGEST_REQUEST * 9 / 10, record.key));
        }
    }

    @Test
    void theLongestWordIsOneRecord() {
        int length = Json.bytes(word(1)).length;
        assertTrue(length < LARGEST_REQUEST * 9 / 10, length + " bytes");
    }
}

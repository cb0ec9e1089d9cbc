package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is kept of a subject goes into records that the broker takes, and comes back. */
class DossierStoreTest {
    private static final String TRUCK = "vehicle:浙GA1234";
    private static final String OTHER = "vehicle:浙GA12341";
    private static final int PART = DossierStore.PART_BYTES;

    /** A producer refuses a request of more than a megabyte, keys and headers included, before it is compressed. */
    private static final int LARGEST_RECORD = 900_000;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, byte[]> records = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("dossiers"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final DossierStore store = new DossierStore(records);

    @BeforeEach
    void open() {
        records.init(context.getStateStoreContext(), records);
    }

    private static byte[] dossier(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        bytes[0] = ':';
        return bytes;
    }

    private Map<String, Integer> recordLengths() {
        Map<String, Integer> lengths = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all = records.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> record = all.next();
                lengths.put(record.key, record.value.length);
            }
        }
        return lengths;
    }

    @ParameterizedTest(name = "{0} parts and {1} bytes: {2} records")
    @CsvSource({"0, 1, 1", "1, -1, 1", "1, 0, 1", "1, 1, 2", "2, 0, 2", "2, 1, 3", "40, 7, 41"})
    void whatIsLongIsStoredInParts(int parts, int more, int expected) {
        byte[] dossier = dossier(parts * PART + more);
        store.put(TRUCK, dossier);
        store.put(OTHER, dossier(10));
        assertArrayEquals(dossier, store.get(TRUCK));
        assertEquals(expected + 1, recordLengths().size());
        recordLengths().forEach((key, length) -> assertTrue(length < LARGEST_RECORD, key + ": " + length));
        Map<String, byte[]> seen = new HashMap<>();
        store.forEach(seen::put);
        assertEquals(2, seen.size());
        assertArrayEquals(dossier, seen.get(TRUCK));
    }

    @Test
    void whatBecomesShorterLeavesNothingBehind() {
        store.put(OTHER, dossier(3 * PART));
        for (int length : new int[] {5 * PART, 2 * PART + 1, 17, 4 * PART, 1}) {
            store.put(TRUCK, dossier(length));
            assertArrayEquals(dossier(length), store.get(TRUCK));
            assertEquals(3 + (length + PART - 1) / PART, recordLengths().size());
        }
        store.put(TRUCK, dossier(4 * PART));
        store.put(TRUCK, null);
        assertNull(store.get(TRUCK));
        assertTrue(Arrays.equals(dossier(3 * PART), store.get(OTHER)));
        assertEquals(3, recordLengths().size());
    }
}

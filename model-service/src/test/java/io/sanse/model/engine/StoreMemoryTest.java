package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreMemoryTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final StoreMemory memory = new StoreMemory(new StoreMemory.Stores(
            store(StoreMemory.TRACKS, Serdes.String()),
            store(StoreMemory.SEGMENTS, Serdes.Bytes()),
            store(StoreMemory.DOSSIERS, Serdes.String()),
            store(StoreMemory.FEEDS, Serdes.String())));

    private <K> KeyValueStore<K, byte[]> store(String name, Serde<K> keys) {
        KeyValueStore<K, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    @Test
    void aTrackThatWasPutBackIsTheSameObject() {
        VehicleTrack track = new VehicleTrack();
        memory.put(TRUCK, track);
        assertSame(track, memory.track(TRUCK));
    }

    @Test
    void whatWasChangedAndNotPutBackNeverWas() {
        memory.put(TRUCK, new VehicleTrack());
        memory.track(TRUCK).await(true);
        assertFalse(memory.track(TRUCK).isAwaited());
    }

    @Test
    void whatWasChangedAndPutBackIsStored() {
        memory.put(TRUCK, new VehicleTrack());
        VehicleTrack track = memory.track(TRUCK);
        track.await(true);
        memory.put(TRUCK, track);
        assertTrue(memory.track(TRUCK).isAwaited());
        assertTrue(memory.track(TRUCK).isAwaited(), "the bytes say so, too");
    }

    @Test
    void onlyTheMostRecentlyUsedAreKept() {
        RecentlyUsed<String> some = new RecentlyUsed<>(2);
        some.put("a", "1");
        some.put("b", "2");
        some.get("a");
        some.put("c", "3");
        assertNull(some.get("b"));
        assertEquals(Map.of("a", "1", "c", "3"), some);
    }
}

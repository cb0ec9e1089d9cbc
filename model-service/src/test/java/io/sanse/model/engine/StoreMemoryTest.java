package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.fact.VehicleFacts;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreMemoryTest {
    private static final Subject TRUCK = Subject.vehicle("浙GA1234");

    private static final Dossier WAITING =
            new Dossier(VehicleFacts.NONE, List.of(), List.of(new Wake("gps", Hand.RUNNING, 7, "m")), List.of(), 0);

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final StoreMemory.Stores stores = new StoreMemory.Stores(
            store(StoreMemory.TRACKS, Serdes.String()),
            store(StoreMemory.SEGMENTS, Serdes.Bytes()),
            store(StoreMemory.DOSSIERS, Serdes.String()),
            store(StoreMemory.FEEDS, Serdes.String()));
    private final StoreMemory memory = new StoreMemory(stores);

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
    void whatChangesIsInTheStoresOnceItIsWritten() {
        memory.put(TRUCK, new VehicleTrack());
        memory.put(TRUCK, WAITING);
        memory.heardUntil(5);
        assertNull(stores.tracks().get(TRUCK.id()));
        memory.write();
        assertEquals(WAITING, new StoreMemory(stores).dossier(TRUCK));
        assertFalse(new StoreMemory(stores).track(TRUCK).isAwaited());
        assertEquals(5, new StoreMemory(stores).heardUntil());
    }

    @Test
    void whatIsForgottenIsGoneBeforeAndAfterItIsWritten() {
        memory.put(TRUCK, WAITING);
        memory.write();
        memory.remove(TRUCK);
        assertNull(memory.dossier(TRUCK));
        assertNotNull(stores.dossiers().get(TRUCK.toString()));
        memory.write();
        assertNull(memory.dossier(TRUCK));
        assertNull(stores.dossiers().get(TRUCK.toString()));
    }

    @Test
    void whatIsNoLongerLiveIsReadFromWhatWaitsOrFromTheStores() {
        List<Subject> fleet = IntStream.range(0, 30_000)
                .mapToObj(number -> Subject.vehicle("T" + number))
                .toList();
        for (Subject vehicle : fleet) {
            VehicleTrack track = new VehicleTrack();
            track.await(true);
            memory.put(vehicle, track);
            memory.put(vehicle, WAITING);
        }
        assertNotNull(stores.tracks().get("T0"), "too much waited");
        assertNull(stores.tracks().get("T29999"));
        for (Subject vehicle : fleet) {
            assertTrue(memory.track(vehicle).isAwaited());
            assertEquals(WAITING, memory.dossier(vehicle));
        }
    }

    @Test
    void onlyTheMostRecentlyUsedAreKept() {
        RecentlyUsed<String, String> some = new RecentlyUsed<>(2);
        some.put("a", "1");
        some.put("b", "2");
        some.get("a");
        some.put("c", "3");
        assertNull(some.get("b"));
        assertEquals(Map.of("a", "1", "c", "3"), some);
    }
}

package io.sanse.model.engine;

import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One vehicle's history in a store whose keys are its id, a zero and the time of a segment's first report, so that they lie in the order of time. */
final class StoredSegments implements SegmentStore {
    private final KeyValueStore<Bytes, byte[]> store;
    private final String vehicle;

    StoredSegments(KeyValueStore<Bytes, byte[]> store, String vehicle) {
        this.store = store;
        this.vehicle = vehicle;
    }

    private Bytes key(long firstAt) {
        byte[] id = vehicle.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(id.length + 1 + Long.BYTES);
        key.put(id).put((byte) 0).putLong(firstAt ^ Long.MIN_VALUE);
        return Bytes.wrap(key.array());
    }

    @Override
    public List<TrackSegment> from(long at) {
        Deque<TrackSegment> found = new ArrayDeque<>();
        try (KeyValueIterator<Bytes, byte[]> newestFirst =
                store.reverseRange(key(Long.MIN_VALUE), key(Long.MAX_VALUE))) {
            while (newestFirst.hasNext()) {
                TrackSegment segment = TrackSegment.ofBytes(newestFirst.next().value);
                found.addFirst(segment);
                if (segment.lastAt() < at) {
                    break;
                }
            }
        }
        return new ArrayList<>(found);
    }

    @Override
    public void put(TrackSegment segment) {
        store.put(key(segment.firstAt()), segment.toBytes());
    }

    @Override
    public void remove(TrackSegment segment) {
        store.delete(key(segment.firstAt()));
    }

    @Override
    public void forget(long before) {
        List<TrackSegment> over = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> oldestFirst = store.range(key(Long.MIN_VALUE), key(before))) {
            while (oldestFirst.hasNext()) {
                TrackSegment segment = TrackSegment.ofBytes(oldestFirst.next().value);
                if (segment.lastAt() < before) {
                    over.add(segment);
                }
            }
        }
        over.stream().limit(Math.max(0, over.size() - 1)).forEach(this::remove);
    }

    /** Size of the whole history. */
    long bytes() {
        long bytes = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.range(key(Long.MIN_VALUE), key(Long.MAX_VALUE))) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                bytes += entry.key.get().length + entry.value.length;
            }
        }
        return bytes;
    }
}

package io.sanse.bench.peers;

import io.sanse.contract.Subject;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** State as live objects, as model-service holds it between two commits; the last day of each track too, which model-service keeps on disk. */
final class LiveMemory extends HeapMemory {
    private final Map<Subject, VehicleTrack> tracks = new HashMap<>();
    private final Map<Subject, SegmentStore> histories = new HashMap<>();
    private final boolean keepsHistory;

    /** @param keepsHistory late reports need it */
    LiveMemory(boolean keepsHistory) {
        this.keepsHistory = keepsHistory;
    }

    @Override
    public VehicleTrack track(Subject subject) {
        return tracks.get(subject);
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        tracks.put(subject, track);
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return keepsHistory ? histories.computeIfAbsent(subject, none -> new History()) : Nothing.KEPT;
    }

    /** Forgets the history, so that what is left can be weighed. */
    void dropHistory() {
        histories.clear();
    }

    private static final class History implements SegmentStore {
        private final TreeMap<Long, TrackSegment> rows = new TreeMap<>();

        @Override
        public List<TrackSegment> from(long at) {
            Map.Entry<Long, TrackSegment> base = rows.lowerEntry(at);
            while (base != null && base.getValue().lastAt() >= at) {
                base = rows.lowerEntry(base.getKey());
            }
            return List.copyOf(
                    base == null
                            ? rows.values()
                            : rows.tailMap(base.getKey(), true).values());
        }

        @Override
        public void put(TrackSegment segment) {
            rows.put(segment.firstAt(), segment);
        }

        @Override
        public void remove(TrackSegment segment) {
            rows.remove(segment.firstAt());
        }

        @Override
        public void forget(long before) {
            while (rows.size() > 1
                    && rows.higherEntry(rows.firstKey()).getValue().firstAt() < before
                    && rows.firstEntry().getValue().lastAt() < before) {
                rows.pollFirstEntry();
            }
        }
    }

    private enum Nothing implements SegmentStore {
        KEPT;

        @Override
        public List<TrackSegment> from(long at) {
            return List.of();
        }

        @Override
        public void put(TrackSegment segment) {
            // nothing late is played to it
        }

        @Override
        public void remove(TrackSegment segment) {
            // nothing is kept
        }

        @Override
        public void forget(long before) {
            // nothing is kept
        }
    }
}

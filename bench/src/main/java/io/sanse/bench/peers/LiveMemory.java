package io.sanse.bench.peers;

import io.sanse.contract.Subject;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** State as live objects, as model-service holds it between two commits; the last day of each track too, which model-service keeps on disk. */
final class LiveMemory extends HeapMemory {
    private final Map<Subject, VehicleTrack> tracks = new HashMap<>();
    private final Map<Subject, List<TrackSegment>> histories = new HashMap<>();
    private final boolean keepsHistory;
    /** @param keepsHistory late reports need it */
    LiveMemory(boolean keepsHistory) {
        this.keepsHistory = keepsHistory;
    }

    @Override
    public VehicleTrack track(Subject subject) {
        return tracks.computeIfAbsent(subject, none -> new VehicleTrack());
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        // it was given out itself
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return keepsHistory ? new History(histories, subject) : Nothing.KEPT;
    }

    /** Forgets the history, so that what is left can be weighed. */
    void dropHistory() {
        histories.clear();
    }

    /** One vehicle's, looked up when it is needed: most reports only follow the last one. */
    private record History(Map<Subject, List<TrackSegment>> all, Subject subject) implements SegmentStore {
        @Override
        public List<TrackSegment> from(long at) {
            List<TrackSegment> rows = rows();
            int base = rows.size();
            while (base > 0 && rows.get(base - 1).lastAt() >= at) {
                base--;
            }
            return List.copyOf(rows.subList(Math.max(0, base - 1), rows.size()));
        }

        private List<TrackSegment> rows() {
            return all.computeIfAbsent(subject, none -> new ArrayList<>());
        }

        /** Segments come in the order of time but for those that replace what is removed, and these come in order too. */
        @Override
        public void put(TrackSegment segment) {
            rows().add(segment);
        }

        @Override
        public void remove(TrackSegment segment) {
            rows().remove(segment);
        }

        @Override
        public void forget(long before) {
            List<TrackSegment> rows = rows();
            int over = 0;
            while (over < rows.size() && rows.get(over).lastAt() < before) {
                over++;
            }
            rows.subList(0, Math.max(0, over - 1)).clear();
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

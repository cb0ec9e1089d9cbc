package io.sanse.bench.peers;

import io.sanse.contract.Subject;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** State as live objects, as model-service holds it between two commits; the last day of each track lies outside of the heap, as model-service has it on disk. */
final class LiveMemory extends HeapMemory {
    private final Map<Subject, Live> vehicles = new HashMap<>();
    private final Shelf shelf = new Shelf();
    private final boolean keepsHistory;

    /** @param keepsHistory late reports need it */
    LiveMemory(boolean keepsHistory) {
        this.keepsHistory = keepsHistory;
    }

    @Override
    public VehicleTrack track(Subject subject) {
        return vehicles.computeIfAbsent(subject, none -> new Live()).track;
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        // it was given out itself
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return keepsHistory ? new History(vehicles, shelf, subject) : Nothing.KEPT;
    }

    /** One vehicle's, looked up when it is needed: most reports only follow the last one. */
    private record History(Map<Subject, Live> all, Shelf shelf, Subject subject) implements SegmentStore {
        @Override
        public List<TrackSegment> from(long at) {
            List<TrackSegment> found = new ArrayList<>();
            Rows rows = rows();
            for (int i = rows.size - 1; i >= 0; i--) {
                found.add(0, TrackSegment.ofBytes(shelf.get(rows.places[i])));
                if (rows.lastAts[i] < at) {
                    break;
                }
            }
            return found;
        }

        private Rows rows() {
            Live live = all.get(subject);
            live.rows = live.rows == null ? new Rows() : live.rows;
            return live.rows;
        }

        /** Segments come in the order of time but for those that replace what is removed, and these come in order too. */
        @Override
        public void put(TrackSegment segment) {
            rows().add(segment.lastAt(), shelf.put(segment.toBytes()));
        }

        @Override
        public void remove(TrackSegment segment) {
            rows().remove(segment.lastAt());
        }

        @Override
        public void forget(long before) {
            rows().forget(before);
        }
    }

    /** A vehicle's track, and where its history lies as soon as it has one. */
    private static final class Live {
        private final VehicleTrack track = new VehicleTrack();
        private Rows rows;
    }

    /** Where a vehicle's segments lie, oldest first. */
    private static final class Rows {
        private long[] lastAts = new long[4];
        private long[] places = new long[4];
        private int size;

        void add(long lastAt, long place) {
            if (size == places.length) {
                lastAts = Arrays.copyOf(lastAts, 2 * size);
                places = Arrays.copyOf(places, 2 * size);
            }
            lastAts[size] = lastAt;
            places[size++] = place;
        }

        void remove(long lastAt) {
            int index = Arrays.binarySearch(lastAts, 0, size, lastAt);
            if (index >= 0) {
                drop(index, 1);
            }
        }

        void forget(long before) {
            int over = 0;
            while (over < size && lastAts[over] < before) {
                over++;
            }
            if (over > 1) {
                drop(0, over - 1);
            }
        }

        private void drop(int first, int count) {
            System.arraycopy(lastAts, first + count, lastAts, first, size - first - count);
            System.arraycopy(places, first + count, places, first, size - first - count);
            size -= count;
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

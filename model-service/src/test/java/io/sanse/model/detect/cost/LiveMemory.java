package io.sanse.model.detect.cost;

import io.sanse.contract.Subject;
import io.sanse.model.backtest.HeapMemory;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** State as live objects, history thrown away: what is left is the cost of detection itself. */
final class LiveMemory extends HeapMemory implements SegmentStore {
    private final Map<Subject, VehicleTrack> tracks = new HashMap<>();

    @Override
    public VehicleTrack track(Subject subject) {
        return tracks.get(subject);
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        tracks.putIfAbsent(subject, track);
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return this;
    }

    @Override
    public List<TrackSegment> from(long at) {
        return List.of();
    }

    @Override
    public void put(TrackSegment segment) {
        // history is not what is measured
    }

    @Override
    public void remove(TrackSegment segment) {
        // none is kept
    }

    @Override
    public void forget(long before) {
        // none is kept
    }
}

package io.sanse.model.detect.cost;

import io.sanse.contract.Subject;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.Memory;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** State as live objects, history thrown away: what is left is the cost of detection itself. */
final class LiveMemory implements Memory, SegmentStore {
    private final Map<Subject, VehicleTrack> tracks = new HashMap<>();
    private final Map<Subject, Dossier> dossiers = new HashMap<>();
    private final Map<String, FeedClock> feeds = new HashMap<>();

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
    public Dossier dossier(Subject subject) {
        return dossiers.get(subject);
    }

    @Override
    public void put(Subject subject, Dossier dossier) {
        dossiers.put(subject, dossier);
    }

    @Override
    public void remove(Subject subject) {
        dossiers.remove(subject);
    }

    @Override
    public Map<String, FeedClock> feeds() {
        return feeds;
    }

    @Override
    public void put(String feed, FeedClock clock) {
        feeds.put(feed, clock);
    }

    @Override
    public void forEachWake(BiConsumer<Subject, List<Wake>> visitor) {
        dossiers.forEach((subject, dossier) -> visitor.accept(subject, dossier.wakes()));
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

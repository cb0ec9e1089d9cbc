package io.sanse.model.detect.track;

import java.util.ArrayList;
import java.util.List;

/** A vehicle's history whose changes count once they are {@link #keep kept}: what a report has changed must not stay when the report cannot be processed, or the track would not fit its history any more. */
public final class RevocableSegments implements SegmentStore {
    private SegmentStore store;
    private final List<TrackSegment> put = new ArrayList<>();
    private final List<TrackSegment> removed = new ArrayList<>();
    private long forgotten;

    /** Another vehicle's, or another report: what was changed before counts or has been revoked. */
    public void begin(SegmentStore history) {
        store = history;
        put.clear();
        removed.clear();
        forgotten = Long.MIN_VALUE;
    }

    @Override
    public List<TrackSegment> from(long at) {
        return store.from(at);
    }

    @Override
    public void put(TrackSegment segment) {
        store.put(segment);
        put.add(segment);
    }

    @Override
    public void remove(TrackSegment segment) {
        store.remove(segment);
        removed.add(segment);
    }

    /** Not before it is {@link #keep kept}. */
    @Override
    public void forget(long before) {
        forgotten = Math.max(forgotten, before);
    }

    public void keep() {
        if (forgotten != Long.MIN_VALUE) {
            store.forget(forgotten);
        }
    }

    /** As it was before. */
    public void revoke() {
        put.forEach(store::remove);
        removed.forEach(store::put);
    }
}

package io.sanse.model.detect.track;

import java.util.List;

/** The stored history of one vehicle. */
public interface SegmentStore {
    /** The last segment that ends before the given time, if there is one, and all after it; oldest first. */
    List<TrackSegment> from(long at);

    void put(TrackSegment segment);

    void remove(TrackSegment segment);

    /** Forgets what ends before the given time, but for the last such segment: it is where a fold begins again. */
    void forget(long before);
}

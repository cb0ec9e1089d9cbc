package io.sanse.model.detect;

import io.sanse.contract.Subject;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.VehicleTrack;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The state of one partition. What is read is the caller's to change; it counts once it is put back. */
public interface Memory {
    /** A vehicle's hot state, or null. */
    VehicleTrack track(Subject subject);

    void put(Subject subject, VehicleTrack track);

    /** A vehicle's hot state that was taken and not changed. */
    default void giveBack(Subject subject, VehicleTrack track) {}

    /** A vehicle's history. */
    SegmentStore segments(Subject subject);

    /** What is known and was said of a subject, or null. */
    Dossier dossier(Subject subject);

    void put(Subject subject, Dossier dossier);

    void remove(Subject subject);

    /** The clocks of all feeds that have spoken. */
    Map<String, FeedClock> feeds();

    void put(String feed, FeedClock clock);

    /** Time of the newest observation that was received, ms; {@link Long#MIN_VALUE} at first. */
    long heardUntil();

    void heardUntil(long receivedAt);

    /** Names every subject that has to be looked at again, and when. */
    void forEachWake(BiConsumer<Subject, List<Wake>> visitor);
}

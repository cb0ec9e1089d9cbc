package io.sanse.model.engine;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.Memory;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.VehicleTrack;
import io.sanse.model.watch.StateTally;
import io.sanse.runtime.json.Json;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The state of one partition in changelogged stores. */
final class StoreMemory implements Memory {
    /** Name of the store of hot states, by subject. */
    static final String TRACKS = "tracks";

    /** Name of the store of histories, by subject and time. */
    static final String SEGMENTS = "segments";

    /** Name of the store of dossiers, by subject. */
    static final String DOSSIERS = "dossiers";

    /** Name of the store of feed clocks, by feed. */
    static final String FEEDS = "feeds";

    /** Key of the clock among the feeds: no feed is called so. */
    private static final String HEARD = "\u0000heard";

    /**
     * Objects of either kind that are kept for each partition beside their bytes, so that who is heard of often is not read again each time: the vehicles of a city, and with 8 kB a busy
     * one no more than some hundred MB in all partitions.
     */
    private static final int LIVE = 4_096;

    private final KeyValueStore<String, byte[]> tracks;
    private final KeyValueStore<Bytes, byte[]> segments;
    private final KeyValueStore<String, byte[]> dossiers;
    private final KeyValueStore<String, byte[]> feedStore;
    private final Map<String, FeedClock> feeds = new HashMap<>();
    private final RecentlyUsed<VehicleTrack> liveTracks = new RecentlyUsed<>(LIVE);
    private final RecentlyUsed<Dossier> liveDossiers = new RecentlyUsed<>(LIVE);
    private long heardUntil = Long.MIN_VALUE;

    /** The stores of one task. */
    record Stores(
            KeyValueStore<String, byte[]> tracks,
            KeyValueStore<Bytes, byte[]> segments,
            KeyValueStore<String, byte[]> dossiers,
            KeyValueStore<String, byte[]> feeds) {}

    StoreMemory(Stores stores) {
        tracks = stores.tracks();
        segments = stores.segments();
        dossiers = stores.dossiers();
        feedStore = stores.feeds();
        try (KeyValueIterator<String, byte[]> all = feedStore.all()) {
            all.forEachRemaining(this::takeUp);
        }
    }

    private void takeUp(KeyValue<String, byte[]> entry) {
        if (entry.key.equals(HEARD)) {
            heardUntil = Math.max(heardUntil, ByteBuffer.wrap(entry.value).getLong());
        } else {
            FeedClock clock = DossierCodec.read(entry.value, FeedClock.class);
            feeds.put(entry.key, clock);
            // a state written before the clock was kept has only this
            heardUntil = Math.max(heardUntil, clock.lead().receivedAt());
        }
    }

    @Override
    public long heardUntil() {
        return heardUntil;
    }

    @Override
    public void heardUntil(long receivedAt) {
        heardUntil = receivedAt;
        feedStore.put(HEARD, ByteBuffer.allocate(Long.BYTES).putLong(receivedAt).array());
    }

    /** The object is taken out: who changes it and fails leaves nothing half changed behind, the next one reads the bytes. */
    @Override
    public VehicleTrack track(Subject subject) {
        VehicleTrack live = liveTracks.remove(subject.id());
        if (live != null) {
            return live;
        }
        byte[] stored = tracks.get(subject.id());
        return stored == null ? null : VehicleTrack.ofBytes(stored);
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        tracks.put(subject.id(), track.toBytes());
        liveTracks.put(subject.id(), track);
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return new StoredSegments(segments, subject.id());
    }

    @Override
    public Dossier dossier(Subject subject) {
        String key = subject.toString();
        Dossier live = liveDossiers.get(key);
        if (live != null) {
            return live;
        }
        byte[] stored = dossiers.get(key);
        return stored == null ? null : DossierCodec.decode(stored);
    }

    @Override
    public void put(Subject subject, Dossier dossier) {
        String key = subject.toString();
        dossiers.put(key, DossierCodec.encode(dossier));
        liveDossiers.put(key, dossier);
    }

    @Override
    public void remove(Subject subject) {
        String key = subject.toString();
        dossiers.delete(key);
        liveDossiers.remove(key);
    }

    @Override
    public Map<String, FeedClock> feeds() {
        return Collections.unmodifiableMap(feeds);
    }

    @Override
    public void put(String feed, FeedClock clock) {
        feeds.put(feed, clock);
        feedStore.put(feed, Json.bytes(clock));
    }

    @Override
    public void forEachWake(BiConsumer<Subject, List<Wake>> visitor) {
        try (KeyValueIterator<String, byte[]> all = dossiers.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                visitor.accept(Subject.parse(entry.key), DossierCodec.wakes(entry.value));
            }
        }
    }

    /** How much is held of each subject. Takes about two microseconds for each. */
    StateTally tally() {
        StateTally tally = new StateTally();
        try (KeyValueIterator<String, byte[]> all = dossiers.all()) {
            all.forEachRemaining(entry -> {
                Subject subject = Subject.parse(entry.key);
                long more = subject.type() == SubjectType.VEHICLE ? trackBytes(subject.id()) : 0;
                tally.add(subject, entry.key.length() + entry.value.length + more);
            });
        }
        try (KeyValueIterator<String, byte[]> all = tracks.all()) {
            all.forEachRemaining(entry -> {
                Subject subject = Subject.vehicle(entry.key);
                if (dossiers.get(subject.toString()) == null) {
                    tally.add(subject, trackBytes(entry.key));
                }
            });
        }
        return tally;
    }

    private long trackBytes(String vehicle) {
        byte[] track = tracks.get(vehicle);
        return track == null ? 0 : vehicle.length() + track.length + new StoredSegments(segments, vehicle).bytes();
    }
}

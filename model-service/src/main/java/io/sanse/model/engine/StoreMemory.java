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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The state of one partition in changelogged stores. What changes is written to them when {@link #write} says so, which is before each commit: what changes several times in between is
 * encoded and logged once.
 */
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
     * Tracks that are kept for each partition as objects too, so that who is heard of often is not read again each time: in eight partitions 130,000 vehicles, which is a large city, in about 100 MB.
     */
    private static final int LIVE_TRACKS = 16_384;

    /** The same for dossiers: of a busy vehicle they have 8 kB, so these may take some hundred MB. */
    private static final int LIVE_DOSSIERS = 4_096;

    /** How many changes wait for the commit at most; more are written before their time, which costs no more than writing twice. */
    private static final int MOST_UNWRITTEN = 16_384;

    private final KeyValueStore<String, byte[]> tracks;
    private final KeyValueStore<Bytes, byte[]> segments;
    private final DossierStore dossiers;
    private final KeyValueStore<String, byte[]> feedStore;
    private final Map<String, FeedClock> feeds = new HashMap<>();
    private final Map<Subject, byte[]> changedTracks = new HashMap<>();
    private final Map<Subject, Dossier> changedDossiers = new HashMap<>();
    private final Set<String> changedFeeds = new HashSet<>();
    private final RecentlyUsed<Subject, VehicleTrack> liveTracks = new RecentlyUsed<>(LIVE_TRACKS);
    private final RecentlyUsed<Subject, Dossier> liveDossiers = new RecentlyUsed<>(LIVE_DOSSIERS);
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
        dossiers = new DossierStore(stores.dossiers());
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
        changedFeeds.add(HEARD);
    }

    /** The object is taken out: who changes it and fails leaves nothing half changed behind, the next one reads the bytes. */
    @Override
    public VehicleTrack track(Subject subject) {
        VehicleTrack live = liveTracks.remove(subject);
        if (live != null) {
            return live;
        }
        byte[] changed = changedTracks.get(subject);
        byte[] stored = changed == null ? tracks.get(subject.id()) : changed;
        return stored == null ? null : VehicleTrack.ofBytes(stored);
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        changedTracks.put(subject, track.toBytes());
        liveTracks.put(subject, track);
        writeMany();
    }

    @Override
    public void giveBack(Subject subject, VehicleTrack track) {
        liveTracks.put(subject, track);
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return new StoredSegments(segments, subject.id());
    }

    @Override
    public Dossier dossier(Subject subject) {
        Dossier live = liveDossiers.get(subject);
        if (live != null || changedDossiers.containsKey(subject)) {
            return live == null ? changedDossiers.get(subject) : live;
        }
        byte[] stored = dossiers.get(subject.toString());
        return stored == null ? null : DossierCodec.decode(stored);
    }

    @Override
    public void put(Subject subject, Dossier dossier) {
        changedDossiers.put(subject, dossier);
        liveDossiers.put(subject, dossier);
        writeMany();
    }

    @Override
    public void remove(Subject subject) {
        changedDossiers.put(subject, null);
        liveDossiers.remove(subject);
        writeMany();
    }

    private void writeMany() {
        if (changedTracks.size() + changedDossiers.size() > MOST_UNWRITTEN) {
            write();
        }
    }

    /** Everything that has changed goes into the stores. */
    void write() {
        changedTracks.forEach((subject, track) -> tracks.put(subject.id(), track));
        changedTracks.clear();
        changedDossiers.forEach((subject, dossier) ->
                dossiers.put(subject.toString(), dossier == null ? null : DossierCodec.encode(dossier)));
        changedDossiers.clear();
        changedFeeds.forEach(feed -> feedStore.put(feed, feed.equals(HEARD) ? heard() : Json.bytes(feeds.get(feed))));
        changedFeeds.clear();
    }

    private byte[] heard() {
        return ByteBuffer.allocate(Long.BYTES).putLong(heardUntil).array();
    }

    @Override
    public Map<String, FeedClock> feeds() {
        return Collections.unmodifiableMap(feeds);
    }

    @Override
    public void put(String feed, FeedClock clock) {
        feeds.put(feed, clock);
        changedFeeds.add(feed);
    }

    @Override
    public void forEachWake(BiConsumer<Subject, List<Wake>> visitor) {
        write();
        dossiers.forEach((subject, dossier) -> visitor.accept(Subject.parse(subject), DossierCodec.wakes(dossier)));
    }

    /** How much is held of each subject. Takes about two microseconds for each. */
    StateTally tally() {
        write();
        StateTally tally = new StateTally();
        dossiers.forEach((key, dossier) -> {
            Subject subject = Subject.parse(key);
            long more = subject.type() == SubjectType.VEHICLE ? trackBytes(subject.id()) : 0;
            tally.add(subject, key.length() + dossier.length + more);
        });
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

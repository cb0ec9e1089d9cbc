package io.sanse.model.cases;

import io.sanse.contract.Subject;
import io.sanse.model.detect.Dossier;
import io.sanse.model.detect.Memory;
import io.sanse.model.detect.time.FeedClock;
import io.sanse.model.detect.time.Wake;
import io.sanse.model.detect.track.SegmentStore;
import io.sanse.model.detect.track.TrackSegment;
import io.sanse.model.detect.track.VehicleTrack;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** State in maps, all of it as bytes, so that nothing survives that is not written. */
public class ByteMemory implements Memory {
    private final Map<Subject, byte[]> tracks = new HashMap<>();
    private final Map<Subject, TreeMap<Long, byte[]>> segments = new HashMap<>();
    private final Map<Subject, byte[]> dossiers = new TreeMap<>();
    private final Map<String, FeedClock> feeds = new HashMap<>();
    private long heardUntil = Long.MIN_VALUE;

    @Override
    public long heardUntil() {
        return heardUntil;
    }

    @Override
    public void heardUntil(long receivedAt) {
        heardUntil = receivedAt;
    }

    @Override
    public VehicleTrack track(Subject subject) {
        byte[] stored = tracks.get(subject);
        return stored == null ? null : VehicleTrack.ofBytes(stored);
    }

    @Override
    public void put(Subject subject, VehicleTrack track) {
        tracks.put(subject, track.toBytes());
    }

    @Override
    public SegmentStore segments(Subject subject) {
        return new ByteSegments(segments.computeIfAbsent(subject, none -> new TreeMap<>()));
    }

    @Override
    public Dossier dossier(Subject subject) {
        byte[] stored = dossiers.get(subject);
        return stored == null ? null : decode(stored);
    }

    private static Dossier decode(byte[] stored) {
        try {
            return Json.parse(stored, Dossier.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void put(Subject subject, Dossier dossier) {
        dossiers.put(subject, Json.bytes(dossier));
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
        dossiers.forEach(
                (subject, stored) -> visitor.accept(subject, decode(stored).wakes()));
    }

    /** Segments of all vehicles together. */
    public int segmentCount() {
        return segments.values().stream().mapToInt(TreeMap::size).sum();
    }

    private record ByteSegments(TreeMap<Long, byte[]> rows) implements SegmentStore {
        @Override
        public List<TrackSegment> from(long at) {
            List<TrackSegment> all = new ArrayList<>(
                    rows.values().stream().map(TrackSegment::ofBytes).toList());
            int base = 0;
            while (base + 1 < all.size() && all.get(base + 1).lastAt() < at) {
                base++;
            }
            return new ArrayList<>(all.subList(base, all.size()));
        }

        @Override
        public void put(TrackSegment segment) {
            rows.put(segment.firstAt(), segment.toBytes());
        }

        @Override
        public void remove(TrackSegment segment) {
            rows.remove(segment.firstAt());
        }

        @Override
        public void forget(long before) {
            List<TrackSegment> over = rows.values().stream()
                    .map(TrackSegment::ofBytes)
                    .filter(segment -> segment.lastAt() < before)
                    .toList();
            over.stream().limit(Math.max(0, over.size() - 1)).forEach(this::remove);
        }
    }
}

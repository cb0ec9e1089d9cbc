package io.sanse.model.tracks;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the observations of a batch into segments: pure. */
final class SegmentPacking {
    private static final long HOUR_MS = 3_600_000;
    private static final Comparator<Observation> BY_TIME = Comparator.comparing(Observation::observedAt);

    private static final Comparator<Segment> BY_SUBJECT =
            Comparator.comparing(segment -> segment.key().subject());

    private record Place(Subject subject, int hour) {}

    private SegmentPacking() {}

    /** Hours of event time since 1970. */
    static int hour(Instant time) {
        return Math.toIntExact(Math.floorDiv(time.toEpochMilli(), HOUR_MS));
    }

    /**
     * The segments of a batch; the feeds' progress is no observation of anything and stays out.
     *
     * @param partition of the topic
     * @param firstOffset offset of the batch's first record
     */
    static List<Segment> pack(List<Observation> batch, int partition, long firstOffset) {
        Map<Place, List<Observation>> places = new LinkedHashMap<>();
        for (Observation observation : batch) {
            if (observation.kind() != Kind.PROGRESS) {
                Place place = new Place(observation.subject(), hour(observation.observedAt()));
                places.computeIfAbsent(place, none -> new ArrayList<>()).add(observation);
            }
        }
        List<Segment> segments = new ArrayList<>(places.size());
        places.forEach((place, observations) -> {
            for (int part = 0; part * ObservationFrames.MAX_OBSERVATIONS < observations.size(); part++) {
                Segment.Key key =
                        new Segment.Key(place.subject().toString(), place.hour(), partition, firstOffset, part);
                segments.add(segment(key, part(observations, part)));
            }
        });
        // neighbours in the index are written together
        segments.sort(BY_SUBJECT);
        return segments;
    }

    private static List<Observation> part(List<Observation> observations, int part) {
        int start = part * ObservationFrames.MAX_OBSERVATIONS;
        return observations.subList(start, Math.min(observations.size(), start + ObservationFrames.MAX_OBSERVATIONS));
    }

    private static Segment segment(Segment.Key key, List<Observation> observations) {
        return new Segment(
                key,
                observations.stream().min(BY_TIME).orElseThrow().observedAt(),
                observations.stream().max(BY_TIME).orElseThrow().observedAt(),
                observations.size(),
                ObservationFrames.encode(observations));
    }
}

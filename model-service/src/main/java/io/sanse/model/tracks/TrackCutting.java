package io.sanse.model.tracks;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Position;
import io.sanse.contract.service.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts positions into a track: pure. Where nothing was seen for more than ten minutes a segment ends; what lies between is not guessed. */
final class TrackCutting {
    private static final Duration GAP = Duration.ofMinutes(10);

    private TrackCutting() {}

    /** @param observations by event time, each once; those without a fix prove no place */
    static Track cut(Subject subject, List<Observation> observations) {
        List<Track.Segment> segments = new ArrayList<>();
        List<Track.Point> open = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Observation observation : observations) {
            if (observation.payload() instanceof Position position && observation.location() != null) {
                if (!open.isEmpty() && last.plus(GAP).isBefore(observation.observedAt())) {
                    segments.add(new Track.Segment(open));
                    open = new ArrayList<>();
                }
                open.add(point(observation, position));
                last = observation.observedAt();
            }
        }
        if (!open.isEmpty()) {
            segments.add(new Track.Segment(open));
        }
        return new Track(subject, segments);
    }

    private static Track.Point point(Observation observation, Position position) {
        return new Track.Point(
                observation.observedAt(),
                observation.location().longitude(),
                observation.location().latitude(),
                position.speedKmh());
    }
}

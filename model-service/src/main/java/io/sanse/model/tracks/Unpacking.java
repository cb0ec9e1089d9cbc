package io.sanse.model.tracks;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Turns stored frames back into observations by event time, each once: pure. */
final class Unpacking {
    private Unpacking() {}

    static List<Observation> between(Collection<byte[]> frames, Instant from, Instant until) {
        TreeMap<ObservationCursor, Observation> observations = new TreeMap<>();
        for (byte[] frame : frames) {
            for (Observation observation : ObservationFrames.decode(frame).observations()) {
                Instant at = observation.observedAt();
                if (!at.isBefore(from) && at.isBefore(until)) {
                    observations.putIfAbsent(ObservationCursor.of(observation), observation);
                }
            }
        }
        return List.copyOf(observations.values());
    }
}

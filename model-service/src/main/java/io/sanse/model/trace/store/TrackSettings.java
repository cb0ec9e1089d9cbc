package io.sanse.model.trace.store;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How tracks are kept.
 *
 * @param every pause between two times at which stored positions are taken into the track store; a trace-back does not wait for it
 * @param keep for how long a day of tracks is kept after the last that came for it
 */
record TrackSettings(Duration every, Duration keep) {
    static TrackSettings from(Settings settings) {
        return new TrackSettings(
                settings.duration(
                        "model.tracks.every",
                        Duration.ofMinutes(5),
                        "how often stored positions are taken into the track store"),
                settings.duration(
                        "model.tracks.keep",
                        Duration.ofDays(30),
                        "how long a day of tracks is kept after the last that came for it"));
    }
}

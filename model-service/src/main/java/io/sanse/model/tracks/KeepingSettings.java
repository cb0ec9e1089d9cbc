package io.sanse.model.tracks;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How observations are kept.
 *
 * @param keep for how long after they came
 */
record KeepingSettings(Duration keep) {
    static KeepingSettings from(Settings settings) {
        return new KeepingSettings(settings.duration(
                "model.observations.keep", Duration.ofDays(30), "how long observations are kept after they came"));
    }
}

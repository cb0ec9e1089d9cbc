package io.sanse.ingest.deadletter;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How dead letters are kept.
 *
 * @param keep for how long
 */
record DeadLetterSettings(Duration keep) {
    static DeadLetterSettings from(Settings settings) {
        return new DeadLetterSettings(
                settings.duration("ingest.dead-letters.keep", Duration.ofDays(90), "how long dead letters are kept"));
    }
}

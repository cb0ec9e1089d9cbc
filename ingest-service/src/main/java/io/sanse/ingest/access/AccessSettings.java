package io.sanse.ingest.access;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How the access log is kept.
 *
 * @param keep for how long
 */
public record AccessSettings(Duration keep) {
    /** Cybersecurity law art. 21: logs are kept for at least six months. */
    private static final Duration LEAST = Duration.ofDays(184);

    public AccessSettings {
        if (keep.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException(
                    "ingest.access-log.keep is less than the " + LEAST.toDays() + " days for which logs must be kept");
        }
    }

    public static AccessSettings from(Settings settings) {
        return new AccessSettings(settings.duration(
                "ingest.access-log.keep",
                Duration.ofDays(1_096),
                "how long the access log is kept, at least 184 days"));
    }
}

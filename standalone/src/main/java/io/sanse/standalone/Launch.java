package io.sanse.standalone;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/**
 * What the script {@code sanse} tells beside its caller's words.
 *
 * @param began when the script began, or had built what was missing; without a script, when this process began
 * @param binaries where PostgreSQL is unpacked, or null: in the data folder
 */
record Launch(Instant began, Path binaries) {
    /** Microseconds since 1970. */
    private static final String BEGAN = "sanse.began";

    private static final String BINARIES = "sanse.postgres.binaries";

    /** @param now for a system that does not tell when a process began */
    static Launch of(Properties properties, Instant now) {
        String began = properties.getProperty(BEGAN);
        String binaries = properties.getProperty(BINARIES);
        return new Launch(
                began == null
                        ? ProcessHandle.current().info().startInstant().orElse(now)
                        : Instant.EPOCH.plus(Long.parseLong(began), ChronoUnit.MICROS),
                binaries == null ? null : Path.of(binaries));
    }
}

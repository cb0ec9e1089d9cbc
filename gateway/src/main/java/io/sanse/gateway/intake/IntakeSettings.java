package io.sanse.gateway.intake;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Where batches of observations go.
 *
 * @param host host of ingest-service
 * @param port its HTTP port
 * @param answerLimit time from the end of the body to the head of the answer; shorter than a connection may be idle
 */
public record IntakeSettings(String host, int port, Duration answerLimit) {
    public static IntakeSettings from(Settings settings) {
        return new IntakeSettings(
                settings.text("gateway.ingest.host", "127.0.0.1", "host of ingest-service"),
                settings.integer("gateway.ingest.port", 8081, "HTTP port of ingest-service"),
                settings.duration(
                        "gateway.ingest.timeout", Duration.ofSeconds(20), "time for ingest-service to answer"));
    }
}

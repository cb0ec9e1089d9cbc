package io.sanse.ingest.publish;

import io.sanse.runtime.Settings;

/**
 * Limits of publishing.
 *
 * @param inFlight copies of observations on their way to the broker at which callers are asked to stop
 * @param shownPerSecond positions a second that the live map is shown
 */
public record PublishSettings(int inFlight, int shownPerSecond) {
    public static PublishSettings from(Settings settings) {
        return new PublishSettings(
                settings.integer(
                        "ingest.in-flight",
                        20_000,
                        "copies of observations on their way to Kafka at which all senders wait"),
                settings.integer("ingest.positions.shown", 200, "positions a second that the live map is shown"));
    }
}

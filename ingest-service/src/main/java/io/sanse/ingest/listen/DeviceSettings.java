package io.sanse.ingest.listen;

import io.sanse.ingest.decode.hj212.SegmentSplitter;
import io.sanse.ingest.decode.mapping.PositionMapping;
import io.sanse.ingest.decode.mapping.ReadingMapping;
import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * The ports for devices.
 *
 * @param terminals how terminals are listened to
 * @param stations how stations are listened to
 * @param longestSegment most bytes of an HJ 212 data segment
 */
record DeviceSettings(ListenerSettings terminals, ListenerSettings stations, int longestSegment) {
    private static final int JT808_PORT = 7808;
    private static final int HJ212_PORT = 7212;
    /** Terminals beat at least once a minute; stations send no heart beat, and data every 10 minutes by default. */
    private static final Duration TERMINALS_PATIENCE = Duration.ofMinutes(5);

    private static final Duration STATIONS_PATIENCE = Duration.ofMinutes(30);

    static DeviceSettings from(Settings settings) {
        return new DeviceSettings(
                ListenerSettings.from(settings, PositionMapping.PROTOCOL, JT808_PORT, TERMINALS_PATIENCE),
                ListenerSettings.from(settings, ReadingMapping.PROTOCOL, HJ212_PORT, STATIONS_PATIENCE),
                settings.integer(
                        "hj212.longest-segment",
                        SegmentSplitter.LONGEST_SEGMENT,
                        "most bytes of a data segment, up to 9999"));
    }
}

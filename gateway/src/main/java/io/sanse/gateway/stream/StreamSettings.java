package io.sanse.gateway.stream;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * The live stream.
 *
 * @param poll how often alert events are asked for without a hint
 * @param heartbeat how often a comment is sent
 * @param patience for how long a client may leave its socket full
 * @param positionsPerSecond positions for one client
 */
public record StreamSettings(Duration poll, Duration heartbeat, Duration patience, int positionsPerSecond) {
    public static StreamSettings from(Settings settings) {
        return new StreamSettings(
                settings.duration("gateway.stream.poll", Duration.ofSeconds(5), "pace of looking for missed events"),
                settings.duration("gateway.stream.heartbeat", Duration.ofSeconds(15), "pace of the stream's comments"),
                settings.duration("gateway.stream.patience", Duration.ofSeconds(30), "how long a client may not read"),
                settings.integer("gateway.stream.positions", 200, "positions a second for one client"));
    }
}

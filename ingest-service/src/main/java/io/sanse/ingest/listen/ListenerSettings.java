package io.sanse.ingest.listen;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How one protocol's port is run.
 *
 * @param protocol {@code jt808} or {@code hj212}: prefix of its keys and label of its metrics
 * @param host address to listen on
 * @param port 0 for any free one
 * @param patience a connection without a sound frame for so long is closed
 * @param framePatience a frame that takes longer from its first byte to its last closes the connection
 * @param connections at most so many, on all event loops together
 * @param connectionsPerAddress at most so many from one address
 * @param inFlight at most so many messages of one connection may wait for the broker; then its socket is not read
 * @param unsoundInARow after so many refusals without a sound frame between them a connection is closed
 * @param eventLoops on how many event loops connections are served
 */
record ListenerSettings(
        String protocol,
        String host,
        int port,
        Duration patience,
        Duration framePatience,
        int connections,
        int connectionsPerAddress,
        int inFlight,
        int unsoundInARow,
        int eventLoops) {

    /** Servers that listen; a free port can be shared only when its number is known beforehand. */
    int instances() {
        return port == 0 ? 1 : eventLoops;
    }

    static ListenerSettings from(Settings settings, String protocol, int defaultPort, Duration patience) {
        return new ListenerSettings(
                protocol,
                settings.text("ingest.host", "127.0.0.1", "address that devices and feeds connect to"),
                settings.integer(protocol + ".port", defaultPort, "port for devices that speak " + protocol),
                settings.duration(
                        protocol + ".patience", patience, "a connection without a sound frame for so long is closed"),
                settings.duration(
                        protocol + ".frame-patience",
                        Duration.ofSeconds(30),
                        "a connection whose frame takes longer to arrive is closed"),
                settings.integer(protocol + ".connections", 50_000, "most connections at a time"),
                settings.integer(protocol + ".connections-per-address", 20_000, "most connections from one address"),
                settings.integer(
                        protocol + ".in-flight", 512, "most messages of a connection that wait for the broker"),
                settings.integer(
                        protocol + ".unsound-in-a-row",
                        1000,
                        "refusals without a sound frame before a connection is closed"),
                eventLoops(settings.integer(
                        protocol + ".event-loops",
                        0,
                        "event loops that serve connections; 0: half of the processors")));
    }

    private static int eventLoops(int wanted) {
        return wanted > 0 ? wanted : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}

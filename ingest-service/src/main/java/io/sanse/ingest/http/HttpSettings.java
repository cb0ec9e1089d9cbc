package io.sanse.ingest.http;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Where uploads come in.
 *
 * @param host address to listen on
 * @param port TCP port; not for the outside
 * @param bodyLimit a body that is not complete within so long is given up
 * @param admitUnknown whether things that the registry does not know are let in
 */
public record HttpSettings(String host, int port, Duration bodyLimit, boolean admitUnknown) {
    public static HttpSettings from(Settings settings) {
        return new HttpSettings(
                settings.text("ingest.http.host", "127.0.0.1", "address for uploads from the gateway"),
                settings.integer("ingest.http.port", 8081, "port for uploads from the gateway"),
                settings.duration(
                        "ingest.http.body-limit",
                        Duration.ofSeconds(30),
                        "a body that takes longer to arrive is given up"),
                settings.flag(
                        "ingest.admit-unknown", false, "let in devices that the registry does not know (trials)"));
    }
}

package io.sanse.gateway.guard;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * What a client may ask of the HTTP server.
 *
 * @param maxBodyBytes size of a JSON body
 * @param maxUploadBytes size of a batch of observations, the same as ingest-service's
 * @param bodyDeadline time from the head of a request to the end of its body
 * @param idle time that a connection may be without traffic, and that the head of the next request may take; longer than the heartbeat of the stream
 * @param connectionsPerAddress connections that one address may hold open
 */
public record HttpLimits(
        int maxBodyBytes, int maxUploadBytes, Duration bodyDeadline, Duration idle, int connectionsPerAddress) {
    public static HttpLimits from(Settings settings) {
        return new HttpLimits(
                settings.integer("gateway.body.max", 1_048_576, "largest JSON body, bytes"),
                settings.integer("gateway.upload.max", 5_242_880, "largest batch of observations, bytes"),
                settings.duration("gateway.body.deadline", Duration.ofSeconds(30), "time for a request's body"),
                settings.duration("gateway.idle", Duration.ofSeconds(30), "time a connection may be idle"),
                settings.integer("gateway.connections.per.address", 256, "connections that one address may hold"));
    }
}

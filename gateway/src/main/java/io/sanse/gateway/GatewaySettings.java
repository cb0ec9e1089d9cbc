package io.sanse.gateway;

import io.sanse.gateway.console.ConsoleSettings;
import io.sanse.gateway.guard.HttpLimits;
import io.sanse.gateway.intake.IntakeSettings;
import io.sanse.gateway.stream.StreamSettings;
import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Settings of the gateway.
 *
 * @param host address that is listened on
 * @param port HTTP port
 * @param serviceLimit time for a service to answer
 * @param explanationLimit time for one that plays history again
 * @param limits what a client may ask for
 * @param intake where uploads go
 * @param stream the live stream
 * @param console the console
 */
public record GatewaySettings(
        String host,
        int port,
        Duration serviceLimit,
        Duration explanationLimit,
        HttpLimits limits,
        IntakeSettings intake,
        StreamSettings stream,
        ConsoleSettings console) {
    public static GatewaySettings from(Settings settings) {
        return new GatewaySettings(
                settings.text("gateway.http.host", "127.0.0.1", "address of the HTTP port"),
                settings.integer("gateway.http.port", 8080, "HTTP port: API, console, exchange"),
                settings.duration("gateway.service.timeout", Duration.ofSeconds(10), "time for a service to answer"),
                settings.duration(
                        "gateway.explanation.timeout",
                        Duration.ofSeconds(25),
                        "time for an explanation or an evidence bundle"),
                HttpLimits.from(settings),
                IntakeSettings.from(settings),
                StreamSettings.from(settings),
                ConsoleSettings.from(settings));
    }
}

package io.sanse.alert.exchange;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How we exchange with the provincial platform.
 *
 * @param source our CloudEvents source
 * @param provinceUrl base URL of the province's side, for example {@code https://province.example}; empty: nothing is pushed or pulled, the province may still pull
 * @param provinceToken bearer token that the province asks for
 * @param pullEvery pause between two pulls of the province's feed
 */
public record ExchangeSettings(String source, String provinceUrl, String provinceToken, Duration pullEvery) {
    public static ExchangeSettings from(Settings settings) {
        return new ExchangeSettings(
                settings.text("exchange.source", "urn:sanse:city:330784", "CloudEvents source of this city"),
                settings.text("exchange.province.url", "", "base URL of the provincial platform; empty: none"),
                settings.secret("exchange.province.token", "", "bearer token for the provincial platform"),
                settings.duration(
                        "exchange.pull.every",
                        Duration.ofSeconds(5),
                        "pause between two pulls of the province's feed"));
    }
}

package io.sanse.auth;

import io.sanse.runtime.Settings;
import java.net.URI;
import java.time.Duration;

/**
 * Whose tokens are believed.
 *
 * @param jwks where the issuer publishes its keys
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must contain
 * @param refresh how often the keys are fetched; a key that the issuer has withdrawn is believed for so long at most
 * @param leeway by how much clocks may differ
 */
public record TokenSettings(URI jwks, String issuer, String audience, Duration refresh, Duration leeway) {

    /** @throws IllegalArgumentException when the address is not absolute http(s) or a duration makes no sense */
    public TokenSettings {
        if (jwks.getHost() == null
                || jwks.getScheme() == null
                || !jwks.getScheme().matches("https?")) {
            throw new IllegalArgumentException("auth.jwks.url must be an absolute http or https address");
        }
        if (refresh.compareTo(Duration.ofSeconds(1)) < 0 || leeway.isNegative()) {
            throw new IllegalArgumentException("auth.jwks.refresh must be at least PT1S, auth.leeway not negative");
        }
    }

    public static TokenSettings from(Settings settings) {
        return new TokenSettings(
                URI.create(settings.text(
                        "auth.jwks.url", "http://127.0.0.1:9081/jwks.json", "key set of the token issuer (JWKS)")),
                settings.text("auth.issuer", "http://127.0.0.1:9081", "issuer that tokens must name (iss)"),
                settings.text("auth.audience", "sanse", "audience that tokens must name (aud)"),
                settings.duration("auth.jwks.refresh", Duration.ofMinutes(5), "how often the key set is fetched"),
                settings.duration("auth.leeway", Duration.ofSeconds(30), "by how much clocks may differ"));
    }
}

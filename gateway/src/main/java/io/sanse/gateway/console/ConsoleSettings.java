package io.sanse.gateway.console;

import io.sanse.runtime.Settings;
import java.net.URI;

/**
 * What an installation decides about the console.
 *
 * @param tileUrl template of a tile source with {@code {z}}, {@code {x}} and {@code {y}} in WGS-84 Web Mercator, for example
 *     {@code https://tiles.example.org/{z}/{x}/{y}.png}; empty: the map shows the registry's own areas only
 * @param tileAttribution what the tile source's licence wants to be shown beside the map
 */
public record ConsoleSettings(String tileUrl, String tileAttribution) {
    /** No tile source: nothing outside the platform is asked. */
    public static final ConsoleSettings LOCAL = new ConsoleSettings("", "");

    /** @throws IllegalArgumentException when the tile source is not an absolute http(s) address */
    public ConsoleSettings {
        if (!tileUrl.isEmpty() && !tileUrl.matches("https?://[A-Za-z0-9.:-]+/.*")) {
            throw new IllegalArgumentException("console.tiles.url must be an absolute http or https address");
        }
    }

    public static ConsoleSettings from(Settings settings) {
        return new ConsoleSettings(
                settings.text("console.tiles.url", "", "tile source of the console's map, {z}/{x}/{y}; empty = none"),
                settings.text("console.tiles.attribution", "", "attribution that the tile source asks for"));
    }

    /** Scheme and host of the tile source for the content security policy, or the empty text when there is none. */
    String tileOrigin() {
        if (tileUrl.isEmpty()) {
            return "";
        }
        URI uri = URI.create(tileUrl.substring(0, tileUrl.indexOf('/', "https://".length())));
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}

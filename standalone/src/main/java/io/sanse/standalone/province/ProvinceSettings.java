package io.sanse.standalone.province;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How the simulator runs.
 *
 * @param port where it listens on loopback; 0 = any free one
 * @param file its append-only journal
 * @param cityBase the city's gateway, for example {@code http://127.0.0.1:8080}
 * @param cityToken gives a bearer token that the city accepts
 * @param ownToken the token that the city must show
 * @param pullEvery pause between two pulls of the city's feed
 */
public record ProvinceSettings(
        int port, Path file, URI cityBase, Supplier<String> cityToken, String ownToken, Duration pullEvery) {}

package io.sanse.bench;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.standalone.city.Registration;
import io.sanse.standalone.play.UploadItems;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A truck of the benchmark's fleet.
 *
 * @param plate made up
 * @param phone terminal phone
 * @param authenticationCode of its terminal
 */
record LoadVehicle(String plate, String phone, String authenticationCode) {
    private static final String FEED = "bench";
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    static LoadVehicle number(int number) {
        return new LoadVehicle("浙G%05d".formatted(number), Long.toString(10_000_000_000L + number), "code-" + number);
    }

    /** The feed that brings the fleet's positions, as an integrator registers it. */
    static JsonObject feed() {
        return item(new Registration(FEED, new Details.Feed(new LocalizedText("基准测试", "Benchmark"), "WGS84")));
    }

    /** As an integrator registers it. */
    JsonObject registration() {
        return item(new Registration(
                plate, new Details.Vehicle("yellow", "dump-truck", null, null, phone, authenticationCode, FEED)));
    }

    private static JsonObject item(Registration registration) {
        return UploadItems.of(registration, SINCE);
    }
}

package io.sanse.bench;

import io.vertx.core.json.JsonObject;

/**
 * A truck of the benchmark's fleet.
 *
 * @param plate made up
 * @param phone terminal phone
 * @param authenticationCode of its terminal
 */
record LoadVehicle(String plate, String phone, String authenticationCode) {
    static LoadVehicle number(int number) {
        return new LoadVehicle("浙G%05d".formatted(number), Long.toString(10_000_000_000L + number), "code-" + number);
    }

    /** As an integrator registers it. */
    JsonObject registration() {
        JsonObject details = new JsonObject()
                .put("kind", "vehicle")
                .put("plateColour", "yellow")
                .put("vehicleClass", "dump-truck")
                .put("terminalPhone", phone)
                .put("authenticationCode", authenticationCode)
                .put("feed", "bench");
        return new JsonObject()
                .put(
                        "payload",
                        new JsonObject()
                                .put("kind", "registration")
                                .put("id", plate)
                                .put("details", details));
    }
}

package io.sanse.alert;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Settings of this service.
 *
 * @param policyFolder folder with {@code lifecycle.yaml}, {@code routing.yaml} and {@code calendar.yaml}, or empty for the built-in ones
 * @param heartbeat how often the service writes down that it is alive
 */
record AlertSettings(String policyFolder, Duration heartbeat) {
    static AlertSettings from(Settings settings) {
        return new AlertSettings(
                settings.text("alert.policy.folder", "", "folder of the policy files; empty: the built-in ones"),
                settings.duration(
                        "alert.heartbeat", Duration.ofSeconds(5), "how often the service notes that it lives"));
    }
}

package io.sanse.model.release;

import io.sanse.model.release.forecast.Forecast;
import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Limits of publishing.
 *
 * @param lead how long before its moment a change is told to the nodes
 * @param period of the kept history that a version is held against
 * @param alertsPerDay most alerts a day that a version may make overall
 * @param alertsPerDistrict most alerts a day that it may make in a district
 * @param canaryLeast how long a canary judges before it may come live
 * @param watchEvery how often what fires is held against the forecast
 * @param floor so many alerts in one window are never too many
 */
public record ReleaseSettings(
        Duration lead,
        Duration period,
        int alertsPerDay,
        int alertsPerDistrict,
        Duration canaryLeast,
        Duration watchEvery,
        int floor) {
    public static ReleaseSettings from(Settings settings) {
        return new ReleaseSettings(
                settings.duration(
                        "model.release.lead",
                        Duration.ofSeconds(30),
                        "a change of versions counts so long after it was ordered, on all nodes"),
                settings.duration(
                        "model.gate.period", Duration.ofDays(7), "kept history that a version is held against"),
                settings.integer("model.gate.alerts", 50, "most alerts a day that a version may make overall"),
                settings.integer("model.gate.alerts.district", 20, "most alerts a day that it may make in a district"),
                settings.duration(
                        "model.canary.least", Duration.ofDays(1), "a canary judges so long before it may come live"),
                settings.duration(
                        "model.watch.every", Duration.ofMinutes(1), "what fires is held against the forecast so often"),
                settings.integer(
                        "model.watch.floor", 5, "so many alerts of a version in one window are never too many"));
    }

    /** What versions that judge are held against beside their forecasts. */
    Forecast.Limits forecast() {
        return new Forecast.Limits(floor, alertsPerDay, alertsPerDistrict);
    }
}

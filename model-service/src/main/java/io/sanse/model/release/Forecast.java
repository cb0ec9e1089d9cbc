package io.sanse.model.release;

import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList.WatchedVersion;
import java.time.Duration;
import java.time.Instant;

/** What the gate of a version that judges says it will raise where it judges. */
record Forecast(ModelVersion version, ForecastBand band) {

    /** @param floor so many alerts are never too many */
    static Forecast of(ModelVersion version, int floor) {
        return new Forecast(version, new ForecastBand(perDay(version), floor));
    }

    /** Whether so many are what was to be expected; in some districts only, few are no wonder. */
    boolean isLeft(long raised, Duration elapsed) {
        return band.isTooMany(raised, elapsed) || isEverywhere(version) && band.isTooFew(raised, elapsed);
    }

    /** As people see it. */
    WatchedVersion seen(long raised, Instant now) {
        Duration elapsed = Duration.between(version.effectiveAt(), now);
        return new WatchedVersion(
                version.version(),
                version.effectiveAt(),
                raised,
                band.perDay(),
                isEverywhere(version) ? band.least(elapsed) : 0,
                band.most(elapsed));
    }

    /** The forecast of a canary is that of the counties in which its districts lie: too much rather than too little. */
    private static double perDay(ModelVersion version) {
        return version.gate().loads().stream()
                .filter(load -> isEverywhere(version)
                        ? load.district().equals(GateLimits.OVERALL)
                        : version.districts().stream().anyMatch(district -> meet(district, load.district())))
                .mapToDouble(AlertLoad::alertsPerDay)
                .sum();
    }

    private static boolean isEverywhere(ModelVersion version) {
        return version.districts().isEmpty();
    }

    private static boolean meet(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }
}

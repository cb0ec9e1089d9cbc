package io.sanse.model.release.forecast;

import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersionList.WatchedVersion;
import io.sanse.contract.service.ModelVersionList.WatchedWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What the gate of a version that judges says it will raise where it judges. */
public final class Forecast {
    /** Digits of the codes of the districts that a gate tells of. */
    private static final int DISTRICT_DIGITS = 6;

    /** Name of all districts together in a gate's loads. */
    private static final String EVERYWHERE = "all";

    /**
     * What a version is held against beside its forecast.
     *
     * @param floor so many alerts in one window are never too many
     * @param alertsPerDay most alerts a day overall that its gate lets pass
     * @param alertsPerDistrict most alerts a day in a district
     */
    public record Limits(int floor, int alertsPerDay, int alertsPerDistrict) {}

    private final ModelVersion version;
    private final ForecastSample sample;
    private final int floor;
    private final boolean keepsSilent;

    private Forecast(ModelVersion version, ForecastSample sample, int floor, boolean keepsSilent) {
        this.version = version;
        this.sample = sample;
        this.floor = floor;
        this.keepsSilent = keepsSilent;
    }

    /** @param keepsSilent whether its text has silences, which its gate may not have met: few are no wonder then */
    public static Forecast of(ModelVersion version, Limits limits, boolean keepsSilent) {
        GateReport gate = version.gate();
        ForecastSample sample = isPartial(version)
                ? ForecastSample.ofLimit(limit(version, limits))
                : ForecastSample.of(loads(version), gate.reach(), gate.days());
        return new Forecast(version, sample, limits.floor(), keepsSilent);
    }

    /** Since when firings are needed to look at a moment. */
    public static Instant needed(Instant now) {
        return now.minus(Duration.ofHours(ForecastWindow.LENGTHS.get(ForecastWindow.LENGTHS.size() - 1) + 1L));
    }

    private static boolean isPartial(ModelVersion version) {
        return version.gate().reach() != null && version.gate().reach().partial();
    }

    /** What a gate has not seen is held against what it would have let pass. */
    private static double limit(ModelVersion version, Limits limits) {
        return isEverywhere(version)
                ? limits.alertsPerDay()
                : Math.min(
                        limits.alertsPerDay(),
                        limits.alertsPerDistrict() * version.districts().size());
    }

    /** The forecast of a canary is that of the counties in which its districts lie: too much rather than too little. */
    private static List<AlertLoad> loads(ModelVersion version) {
        return version.gate().loads().stream()
                .filter(load -> isEverywhere(version)
                        ? load.district().equals(EVERYWHERE)
                        : version.districts().stream().anyMatch(district -> meet(district, load.district())))
                .toList();
    }

    private static boolean isEverywhere(ModelVersion version) {
        return version.districts().isEmpty();
    }

    private static boolean meet(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** In a part of a county few are no wonder, nor where the gate has not seen all. */
    private boolean holdsFew() {
        return !keepsSilent
                && !isPartial(version)
                && version.districts().stream().allMatch(district -> district.length() <= DISTRICT_DIGITS);
    }

    private List<ForecastWindow> windows(Instant now) {
        return ForecastWindow.at(sample, floor, version.effectiveAt(), now);
    }

    /** Whether what was raised is not what was to be expected; what lasted already is not held against it. */
    public boolean isLeft(FiredHours fired, Instant now) {
        return outside(fired, now) != null;
    }

    private ForecastWindow outside(FiredHours fired, Instant now) {
        for (ForecastWindow window : windows(now)) {
            FiredHours.FiredHour sum = fired.between(window.from(), window.until());
            if (window.isTooMany(sum.raised()) || holdsFew() && window.isTooFew(sum.raised() + sum.lasting())) {
                return window;
            }
        }
        return null;
    }

    /** Which window is out of the forecast, in words. */
    public String reason(FiredHours fired, Instant now) {
        WatchedWindow seen = seen(outside(fired, now), fired);
        boolean many = seen.raised() > seen.most();
        return String.format(
                Locale.ROOT,
                "%d alerts in %d h, at %s %d by the forecast of %.1f a day",
                many ? seen.raised() : seen.raised() + seen.lasting(),
                seen.hours(),
                many ? "most" : "least",
                many ? seen.most() : seen.least(),
                sample.perDay());
    }

    /** As people see it. */
    public WatchedVersion seen(FiredHours fired, Instant now) {
        return new WatchedVersion(
                version.version(),
                version.effectiveAt(),
                sample.perDay(),
                isPartial(version),
                windows(now).stream().map(window -> seen(window, fired)).toList());
    }

    private WatchedWindow seen(ForecastWindow window, FiredHours fired) {
        FiredHours.FiredHour sum = fired.between(window.from(), window.until());
        return window.seen(sum.raised(), sum.lasting(), holdsFew());
    }
}

package io.sanse.contract.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The versions of a model that were written down, and how often they fire.
 *
 * @param items newest first; the version that ships with the platform is not among them
 * @param firings by version, day and district, newest first, of the last 31 days
 * @param allowed by version, which steps this caller may order of it
 * @param watched the canary and the live version against their forecasts, everywhere
 */
public record ModelVersionList(
        List<ModelVersion> items, List<Firing> firings, List<AllowedSteps> allowed, List<WatchedVersion> watched) {
    public ModelVersionList {
        items = List.copyOf(items);
        firings = List.copyOf(firings);
        allowed = List.copyOf(allowed);
        watched = List.copyOf(watched);
    }

    /**
     * What its stage and the four eyes let this caller order.
     *
     * @param version its number
     * @param actions in the order of a life
     */
    public record AllowedSteps(int version, List<VersionAction> actions) {
        public AllowedSteps {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A version that the platform holds against its forecast.
     *
     * @param version its number
     * @param since it judges
     * @param perDay forecast for where it judges, alerts a day; of a partial forecast the most that its gate lets pass
     * @param partial whether its gate could not see as far back as the version looks
     * @param windows what was raised lately, and what is let pass
     */
    public record WatchedVersion(
            int version, Instant since, double perDay, boolean partial, List<WatchedWindow> windows) {
        public WatchedVersion {
            windows = List.copyOf(windows);
        }
    }

    /**
     * The last hours of a version that judges. Windows of less than a day hold the hour that runs, longer ones full hours only; while a version judges for a shorter time, they are
     * as long as that, of more than a day in whole days.
     *
     * @param hours its length
     * @param raised detections of episodes that began since the version judges
     * @param lasting detections of what lasted already when it began to judge; they are not held against it
     * @param forecast for these hours of the day, alerts
     * @param least with fewer, lasting ones included, it is rolled back; 0 while nothing is too few
     * @param most with more raised ones it is rolled back
     */
    public record WatchedWindow(int hours, long raised, long lasting, double forecast, long least, long most) {}

    /**
     * How often a version fired on a day.
     *
     * @param version its number
     * @param shadow whether it was on probation
     * @param day in Asia/Shanghai
     * @param district division code, {@code unknown} when there is none
     * @param raised detections raised
     * @param retracted detections taken back, whenever they were raised
     */
    public record Firing(int version, boolean shadow, LocalDate day, String district, long raised, long retracted) {}
}

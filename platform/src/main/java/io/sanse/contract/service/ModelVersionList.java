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
 * @param unreadable those that should judge and do not, since this release cannot read them any more
 */
public record ModelVersionList(
        List<ModelVersion> items,
        List<Firing> firings,
        List<AllowedSteps> allowed,
        List<WatchedVersion> watched,
        List<UnreadableVersion> unreadable) {
    public ModelVersionList {
        items = List.copyOf(items);
        firings = List.copyOf(firings);
        allowed = List.copyOf(allowed);
        watched = List.copyOf(watched);
        // a model-service that does not tell them yet has none to tell
        unreadable = unreadable == null ? List.of() : List.copyOf(unreadable);
    }

    /**
     * A version that was published and that nothing can judge by: in the place of a live one judges what ships, in the place of a canary the live one.
     *
     * @param version its number
     * @param what is wrong, with line and column
     */
    public record UnreadableVersion(int version, String what) {}

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

        /** The same but for one. */
        public AllowedSteps without(VersionAction action) {
            return new AllowedSteps(
                    version, actions.stream().filter(other -> other != action).toList());
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

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
     * A version that the platform holds against its forecast, and what it would let pass at this moment.
     *
     * @param version its number
     * @param since it judges
     * @param raised detections since the beginning of that hour
     * @param perDay forecast for where it judges, alerts a day
     * @param least with fewer it is rolled back; 0 while nothing is too few
     * @param most with more it is rolled back
     */
    public record WatchedVersion(int version, Instant since, long raised, double perDay, long least, long most) {}

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

package io.sanse.contract.service;

import java.time.LocalDate;
import java.util.List;

/**
 * The versions of a model that were written down, and how often they fire.
 *
 * @param items newest first; the version that ships with the platform is not among them
 * @param firings by version, day and district, newest first, of the last 31 days
 */
public record ModelVersionList(List<ModelVersion> items, List<Firing> firings) {
    public ModelVersionList {
        items = List.copyOf(items);
        firings = List.copyOf(firings);
    }

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

package io.sanse.contract.trace;

import io.sanse.contract.LocalizedText;
import java.time.Instant;
import java.util.List;

/**
 * What could not have been seen (盲区说明).
 *
 * @param storedUntil what the platform had received until then was searched
 * @param vehiclesKnown vehicles of which anything is stored
 * @param vehiclesDark vehicles of which nothing was seen in the whole span
 * @param vehiclesSilent vehicles that were silent for more than an hour within the span, the dark ones not counted
 * @param vehiclesWithoutTerminal registered vehicles without a terminal: only cameras can see them
 * @param feedsAway stretches in which nothing came from a feed
 * @param hoursWithoutSight whole hours of the span in which no vehicle at all was seen
 * @param cameras registered cameras near the place
 * @param camerasSilent those of them that saw nothing in the whole span
 * @param statements the same in sentences
 */
public record TraceBackCoverage(
        Instant storedUntil,
        int vehiclesKnown,
        int vehiclesDark,
        int vehiclesSilent,
        int vehiclesWithoutTerminal,
        List<FeedAway> feedsAway,
        List<Instant> hoursWithoutSight,
        int cameras,
        List<String> camerasSilent,
        List<LocalizedText> statements) {
    public TraceBackCoverage {
        feedsAway = List.copyOf(feedsAway);
        hoursWithoutSight = List.copyOf(hoursWithoutSight);
        camerasSilent = List.copyOf(camerasSilent);
        statements = List.copyOf(statements);
    }

    /**
     * A stretch in which nothing came from a feed.
     *
     * @param feed its name
     * @param from inclusive
     * @param until exclusive
     */
    public record FeedAway(String feed, Instant from, Instant until) {}
}

package io.sanse.model.detect.time;

/**
 * Time in which a feed was down, by its own clock.
 *
 * @param from last time reported before it, ms
 * @param until first time reported after it, ms
 */
public record Outage(long from, long until) {}

package io.sanse.model.detect.time;

/**
 * Time in which a feed was down, by its own clock.
 *
 * @param from newest time reported before it, ms
 * @param until first time reported after it, ms
 * @param returnedAt when the platform heard of the return, ms
 */
public record Outage(long from, long until, long returnedAt) {}

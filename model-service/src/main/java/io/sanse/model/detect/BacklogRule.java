package io.sanse.model.detect;

/**
 * When to wait for the rest of what a feed tells of the past.
 *
 * @param pastMs what is older than this by the feed's clock is past, ms
 * @param patienceMs how long to wait after the last word, ms of the platform's clock
 */
public record BacklogRule(long pastMs, long patienceMs) {}

package io.sanse.model.detect.situation;

/**
 * A moment that cannot be judged.
 *
 * @param at event time, ms
 * @param reason short code in kebab case
 */
public record Undecided(long at, String reason) {}

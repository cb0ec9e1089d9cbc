package io.sanse.model.detect.time;

/**
 * When a subject has to be looked at again though nothing comes.
 *
 * @param feed whose clock
 * @param hand which hand
 * @param at when it shows this, ms
 */
public record Wake(String feed, Hand hand, long at) {}

package io.sanse.model.detect.time;

/**
 * Time for which a feed has reported.
 *
 * @param since first time, ms
 * @param until last time, ms
 * @param receivedAt when the platform had it, ms
 */
public record Stretch(long since, long until, long receivedAt) {}

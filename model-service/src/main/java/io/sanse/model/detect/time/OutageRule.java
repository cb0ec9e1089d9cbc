package io.sanse.model.detect.time;

/**
 * When a step of a feed's progress is an outage and not the pace of a replay.
 *
 * @param eventMs a step of event time longer than this may be an outage, and a feed further behind its own clock than this is not up
 * @param receiptMs and it is one if nothing was received for this long, ms of the platform's clock
 */
public record OutageRule(long eventMs, long receiptMs) {}

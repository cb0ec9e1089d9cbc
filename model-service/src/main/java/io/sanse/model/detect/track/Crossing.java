package io.sanse.model.detect.track;

/**
 * The moment at which a stay became longer than one of the lengths that models ask about.
 *
 * @param dwellMs time seen inside until then, ms
 * @param fix the report that showed it
 */
public record Crossing(long dwellMs, Fix fix) {}

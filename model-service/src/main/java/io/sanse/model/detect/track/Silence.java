package io.sanse.model.detect.track;

/**
 * A time in which nothing came from a terminal (静默).
 *
 * @param from last report before it
 * @param until first report after it, or null while it lasts
 */
public record Silence(Fix from, Fix until) {}

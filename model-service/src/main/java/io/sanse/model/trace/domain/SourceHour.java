package io.sanse.model.trace.domain;

/**
 * An hour of a source of sights: a row of {@code track_word}.
 *
 * @param source {@code feed:<name>} or {@code camera:<id>}
 * @param hour hours of event time since 1970
 * @param minutes the minutes in which it spoke, as bits
 */
public record SourceHour(String source, int hour, long minutes) {
    public static final String FEED = "feed:";
    public static final String CAMERA = "camera:";
}

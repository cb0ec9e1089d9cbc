package io.sanse.model.detect.time;

/** The two hands of a feed's clock. */
public enum Hand {
    /** Newest time that the feed has reported: for silences. */
    PROGRESS,
    /** Goes on with the platform's clock: for deadlines. */
    RUNNING
}

package io.sanse.model.tracks;

import java.time.Instant;

/**
 * Observations of one subject and one hour of event time out of one batch: a row of {@code observation_segment}.
 *
 * @param key where it belongs
 * @param from earliest event time in it
 * @param to latest event time in it
 * @param count 1–128
 * @param packed a frame of {@link io.sanse.contract.observation.ObservationFrames}
 */
record Segment(Key key, Instant from, Instant to, int count, byte[] packed) {
    /**
     * The same for the same batch, so that a batch that is written twice is one.
     *
     * @param subject text of the subject
     * @param hour hours of event time since 1970
     * @param partition of the topic
     * @param firstOffset offset of the batch's first record
     * @param part number of the segment among those of the same subject, hour and batch
     */
    record Key(String subject, int hour, int partition, long firstOffset, int part) {}
}

package io.sanse.model.trace.store;

import io.sanse.model.trace.domain.TrackGap;

/**
 * A row of {@code track_gap}.
 *
 * @param vehicle id of the vehicle
 * @param gap the silence
 */
public record StoredGap(String vehicle, TrackGap gap) {}

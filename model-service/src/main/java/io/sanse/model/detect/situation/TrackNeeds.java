package io.sanse.model.detect.situation;

import java.util.List;

/**
 * What a model needs the derivation of tracks to tell it.
 *
 * @param stays lengths of stay that it asks about, ms
 * @param silences lengths of silence that it asks about, ms
 * @param powerCutSilences the same when the power was cut before, ms
 */
public record TrackNeeds(List<Long> stays, List<Long> silences, List<Long> powerCutSilences) {
    public static final TrackNeeds NONE = new TrackNeeds(List.of(), List.of(), List.of());
}

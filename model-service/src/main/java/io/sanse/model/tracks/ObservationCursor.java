package io.sanse.model.tracks;

import io.sanse.contract.observation.Observation;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Where a page of observations ended, written {@code milliseconds_id}.
 *
 * @param observedAt of the last observation seen
 * @param id of the last observation seen
 */
record ObservationCursor(Instant observedAt, UUID id) implements Comparable<ObservationCursor> {
    private static final Comparator<ObservationCursor> ORDER =
            Comparator.comparing(ObservationCursor::observedAt).thenComparing(ObservationCursor::id);
    private static final UUID LAST = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Before everything observed at or after a time. */
    static ObservationCursor before(Instant time) {
        return new ObservationCursor(time.minusMillis(1), LAST);
    }

    static ObservationCursor of(Observation observation) {
        return new ObservationCursor(observation.observedAt(), observation.id());
    }

    /** @throws IllegalArgumentException when the text is no cursor */
    static ObservationCursor parse(String text) {
        int underscore = text.indexOf('_');
        if (!text.matches("-?[0-9]{1,18}_.*")) {
            throw new IllegalArgumentException("the cursor cannot be read");
        }
        return new ObservationCursor(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, underscore))),
                UUID.fromString(text.substring(underscore + 1)));
    }

    @Override
    public String toString() {
        return observedAt.toEpochMilli() + "_" + id;
    }

    @Override
    public int compareTo(ObservationCursor other) {
        return ORDER.compare(this, other);
    }
}

package io.sanse.model.tracks;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How far the reading of a page has come: pure.
 *
 * @param query what is asked for
 * @param after what has been seen before this page
 * @param hours what is left to read; empty when its first lies behind its last
 * @param found in order, each once
 */
record PageReading(ObservationQuery query, ObservationCursor after, Hours hours, List<Observation> found) {
    /**
     * Whole hours that were read.
     *
     * @param hours which
     * @param frames all that is stored of them
     */
    record Chunk(Hours hours, Collection<byte[]> frames) {}

    static PageReading of(ObservationQuery query, ObservationCursor after) {
        Instant from = after.observedAt().isBefore(query.from()) ? query.from() : after.observedAt();
        Hours hours = from.isBefore(query.until()) ? Hours.of(from, query.until()) : Hours.NONE;
        return new PageReading(query, after, hours, List.of());
    }

    PageReading plus(Chunk chunk) {
        List<Observation> all = new ArrayList<>(found);
        Unpacking.between(chunk.frames(), query.from(), query.until()).stream()
                .filter(observation -> ObservationCursor.of(observation).compareTo(after) > 0)
                .forEach(all::add);
        return new PageReading(query, after, new Hours(chunk.hours().last() + 1, hours.last()), all);
    }

    boolean ended() {
        return hours.isEmpty() || found.size() > query.limit();
    }

    ObservationPage page() {
        if (found.size() <= query.limit()) {
            return new ObservationPage(found, null);
        }
        Observation last = found.get(query.limit() - 1);
        return new ObservationPage(
                found.subList(0, query.limit()), ObservationCursor.of(last).toString());
    }
}

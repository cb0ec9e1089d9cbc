package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What to try. All models of the library run; a text takes the place of the library's model of its id, or comes on top.
 *
 * @param caller on whose behalf; only detections in the caller's areas are told
 * @param id made by the client: the same order twice is one job
 * @param texts YAML of the versions to try; empty: the live models
 * @param ids of live models to tell about when there are no texts; empty: all
 * @param against YAML of the versions to compare with; empty: the live models
 * @param from of the time at which the platform received something, inclusive
 * @param until of the same, exclusive
 * @param warmUpHours how long before {@code from} play begins, so that windows are full; null: as configured
 */
public record BacktestOrder(
        Caller caller,
        UUID id,
        List<String> texts,
        List<String> ids,
        List<String> against,
        Instant from,
        Instant until,
        Integer warmUpHours) {
    public BacktestOrder {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        texts = texts == null ? List.of() : List.copyOf(texts);
        ids = ids == null ? List.of() : List.copyOf(ids);
        against = against == null ? List.of() : List.copyOf(against);
    }
}

package io.sanse.contract.observation;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing that was observed (观测数据). An observation that names several subjects is published once under each of them: {@code subject} is the one
 * under whose key this copy travels, {@code mentions} are the others; {@code id} is the same in every copy.
 *
 * @param id deterministic ({@link ObservationId}): the same report received twice has the same id
 * @param source feed, protocol and device
 * @param subject under whose key this copy travels
 * @param mentions the other subjects that it names
 * @param observedAt when it was so, by the device's clock (监测时间)
 * @param receivedAt when the platform got it (接收时间)
 * @param location WGS-84, or null when it has none
 * @param payload what was observed; says the kind
 */
public record Observation(
        UUID id,
        Source source,
        Subject subject,
        List<Subject> mentions,
        Instant observedAt,
        Instant receivedAt,
        GeoPoint location,
        Payload payload) {
    public Observation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(payload, "payload");
        mentions = List.copyOf(mentions);
    }

    public Kind kind() {
        return Kind.of(payload);
    }

    /** The copy that travels under another subject's key. */
    public Observation under(Subject mention) {
        if (!mentions.contains(mention)) {
            throw new IllegalArgumentException(mention + " is not mentioned");
        }
        return forOther(mention);
    }

    /** The copy for a subject that is concerned though it may not be mentioned; no other copy names it. */
    public Observation forOther(Subject other) {
        List<Subject> others = new ArrayList<>(mentions);
        others.remove(other);
        others.add(subject);
        return new Observation(id, source, other, others, observedAt, receivedAt, location, payload);
    }
}

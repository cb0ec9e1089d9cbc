package io.sanse.contract.service;

import io.sanse.contract.SubjectType;
import java.time.Instant;
import java.util.List;

/**
 * How much the models hold of subjects, over all nodes.
 *
 * @param items by kind of subject; kinds of which nothing is held are left out
 * @param measuredAt when the oldest of the measurements was made, or null when there is none yet
 */
public record StateList(List<StateSize> items, Instant measuredAt) {
    public StateList {
        items = List.copyOf(items);
    }

    /**
     * Of one kind of subject. Bytes are those of keys and values as they are stored, before compression.
     *
     * @param kind of subject
     * @param subjects of which anything is held
     * @param bytes of all of them
     * @param largest the subject with the most bytes, or null: a person, or the caller may not see everywhere
     * @param largestBytes what is held of it
     */
    public record StateSize(SubjectType kind, long subjects, long bytes, String largest, long largestBytes) {}
}

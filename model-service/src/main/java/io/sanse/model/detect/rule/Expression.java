package io.sanse.model.detect.rule;

import java.util.Map;

/**
 * A checked expression over the values of a snapshot and the parameters of its model.
 *
 * @param <T> type of its result
 */
@FunctionalInterface
public interface Expression<T> {
    T of(Map<String, Object> values);
}

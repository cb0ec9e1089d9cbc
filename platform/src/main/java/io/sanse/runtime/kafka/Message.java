package io.sanse.runtime.kafka;

/**
 * A decoded record.
 *
 * @param partition of the topic
 * @param offset of the record
 * @param value decoded
 */
public record Message<V>(int partition, long offset, V value) {}

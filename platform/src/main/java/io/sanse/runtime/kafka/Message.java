package io.sanse.runtime.kafka;

import java.time.Instant;

/**
 * A decoded record.
 *
 * @param partition of the topic
 * @param offset of the record
 * @param timestamp of the record: on most topics when the broker appended it
 * @param value decoded
 */
public record Message<V>(int partition, long offset, Instant timestamp, V value) {}

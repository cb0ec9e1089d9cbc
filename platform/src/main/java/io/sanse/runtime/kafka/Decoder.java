package io.sanse.runtime.kafka;

import java.io.IOException;

/** Reads a record's value. */
@FunctionalInterface
public interface Decoder<V> {
    /**
     * @param value as stored, null for a tombstone
     * @throws IOException when it cannot be read; the record goes to the dead letters
     */
    V decode(String key, byte[] value) throws IOException;
}

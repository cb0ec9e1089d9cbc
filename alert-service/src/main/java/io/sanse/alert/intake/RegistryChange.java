package io.sanse.alert.intake;

import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.runtime.json.Json;
import java.io.IOException;

/**
 * A record of the topic {@code registry}.
 *
 * @param key {@code kind:id}
 * @param entry what is known now, or null when it was removed
 */
public record RegistryChange(String key, RegistryEntry entry) {
    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException when the key is not {@code kind:id}
     */
    public static RegistryChange decode(String key, byte[] value) throws IOException {
        int colon = key == null ? -1 : key.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("the key of a registry entry is kind:id");
        }
        RegistryKind kind = RegistryKind.of(key.substring(0, colon));
        RegistryEntry entry = value == null ? null : Json.parse(value, RegistryEntry.class);
        if (entry != null && entry.kind() != kind) {
            throw new IllegalArgumentException(
                    "the registry entry under " + key + " is a " + entry.kind().text());
        }
        return new RegistryChange(key, entry);
    }
}

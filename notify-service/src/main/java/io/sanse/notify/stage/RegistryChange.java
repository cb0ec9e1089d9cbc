package io.sanse.notify.stage;

import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import java.io.IOException;

/**
 * A record of the topic {@code registry}.
 *
 * @param key {@code kind:id}
 * @param entry null when the registry no longer has it
 */
public record RegistryChange(String key, RegistryEntry entry) {

    /** @throws IOException when the value is no registry entry */
    public static RegistryChange decode(String key, byte[] value) throws IOException {
        return new RegistryChange(key, value == null ? null : Json.parse(value, RegistryEntry.class));
    }
}

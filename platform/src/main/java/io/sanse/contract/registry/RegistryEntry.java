package io.sanse.contract.registry;

import java.time.Instant;
import java.util.Objects;

/**
 * What the registry knows of one thing (注册信息).
 *
 * @param id code within the kind; a vehicle's is its plate, a station's its MN, a district's its division code
 * @param version 1 at first, one more at each change; a detection names the versions that it used
 * @param registeredAt when this version was accepted
 * @param details what is known; says the kind
 */
public record RegistryEntry(String id, long version, Instant registeredAt, Details details) {
    public RegistryEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(details, "details");
    }

    public RegistryKind kind() {
        return RegistryKind.of(details);
    }

    /** Key on the topic {@code registry}: {@code kind:id}. */
    public String key() {
        return kind().text() + ':' + id;
    }
}

package io.sanse.ingest.registry;

import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryKind;
import java.util.Comparator;

/**
 * A checked wish to register.
 *
 * @param id code within the kind
 * @param details what is known; says the kind
 */
public record Registration(String id, Details details) {
    /** The same order everywhere, so that two replicas never wait for each other's rows. */
    static final Comparator<Registration> ORDER =
            Comparator.comparing((Registration one) -> one.kind().text()).thenComparing(Registration::id);

    public RegistryKind kind() {
        return RegistryKind.of(details);
    }

    /** {@code kind:id}. */
    public String key() {
        return kind().text() + ':' + id;
    }
}

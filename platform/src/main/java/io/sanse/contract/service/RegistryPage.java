package io.sanse.contract.service;

import io.sanse.contract.registry.RegistryEntry;
import java.util.List;

/**
 * Registry entries by id.
 *
 * @param items entries
 * @param next id to go on after, or null at the end
 */
public record RegistryPage(List<RegistryEntry> items, String next) {
    public RegistryPage {
        items = List.copyOf(items);
    }
}

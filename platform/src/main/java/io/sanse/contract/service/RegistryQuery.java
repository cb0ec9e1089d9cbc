package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.registry.RegistryKind;

/**
 * Entries of one kind.
 *
 * @param caller on whose behalf
 * @param kind which kind
 * @param after id of the last entry seen, or null
 * @param limit 1–1000
 */
public record RegistryQuery(Caller caller, RegistryKind kind, String after, int limit) {}

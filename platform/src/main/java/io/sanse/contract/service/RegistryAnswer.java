package io.sanse.contract.service;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.RegistryEntry;

/**
 * What the registry knows of a subject.
 *
 * @param subject which
 * @param entry its entry
 */
public record RegistryAnswer(Subject subject, RegistryEntry entry) {}

package io.sanse.standalone.city;

import io.sanse.contract.registry.Details;

/**
 * Something to be registered.
 *
 * @param id code within the kind
 */
public record Registration(String id, Details details) {}

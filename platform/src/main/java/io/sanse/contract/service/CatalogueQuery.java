package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Asks for the data catalogue.
 *
 * @param caller on whose behalf
 */
public record CatalogueQuery(Caller caller) {}

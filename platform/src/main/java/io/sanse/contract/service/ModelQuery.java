package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Asks for the models.
 *
 * @param caller on whose behalf
 */
public record ModelQuery(Caller caller) {}

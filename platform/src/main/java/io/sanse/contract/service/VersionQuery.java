package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Versions of one model.
 *
 * @param caller on whose behalf; firings outside of its areas are not told
 * @param model model id
 */
public record VersionQuery(Caller caller, String model) {}

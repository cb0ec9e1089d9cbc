package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Until when the versions that judge are certified.
 *
 * @param caller on whose behalf
 */
public record CertificationQuery(Caller caller) {}

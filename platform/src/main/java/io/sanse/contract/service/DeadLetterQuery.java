package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Which dead letters.
 *
 * @param caller on whose behalf
 * @param protocol only this one, or null
 * @param reason only this one, or null
 * @param after cursor, or null
 * @param limit 1–200
 */
public record DeadLetterQuery(Caller caller, String protocol, String reason, String after, int limit) {}

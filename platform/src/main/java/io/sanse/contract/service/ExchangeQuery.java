package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * The province asks for our events.
 *
 * @param caller the province's client
 * @param after opaque cursor, or null for the beginning
 * @param limit 1–500
 */
public record ExchangeQuery(Caller caller, String after, int limit) {}

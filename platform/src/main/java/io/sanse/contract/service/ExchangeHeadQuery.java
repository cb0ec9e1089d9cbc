package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * Asks for our head.
 *
 * @param caller the province's client
 */
public record ExchangeHeadQuery(Caller caller) {}

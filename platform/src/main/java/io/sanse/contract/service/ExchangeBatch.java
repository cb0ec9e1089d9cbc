package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.List;
import java.util.Map;

/**
 * Events that the province sends.
 *
 * @param caller the province's client
 * @param events CloudEvents as parsed JSON, unchecked
 */
public record ExchangeBatch(Caller caller, List<Map<String, Object>> events) {}

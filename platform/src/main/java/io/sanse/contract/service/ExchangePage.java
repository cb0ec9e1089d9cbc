package io.sanse.contract.service;

import java.util.List;
import java.util.Map;

/**
 * CloudEvents 1.0 in JSON (structured mode), in the order of {@code seq}.
 *
 * @param events each a CloudEvent
 * @param cursor where to go on
 */
public record ExchangePage(List<Map<String, Object>> events, String cursor) {
    public ExchangePage {
        events = List.copyOf(events);
    }
}

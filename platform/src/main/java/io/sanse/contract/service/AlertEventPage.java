package io.sanse.contract.service;

import io.sanse.contract.alert.AlertEvent;
import java.util.List;

/**
 * Events in the log's order.
 *
 * @param items events that the caller may see
 * @param cursor where to go on, never null
 */
public record AlertEventPage(List<AlertEvent> items, String cursor) {
    public AlertEventPage {
        items = List.copyOf(items);
    }
}

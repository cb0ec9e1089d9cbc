package io.sanse.contract.service;

import io.sanse.contract.alert.Alert;
import java.util.List;

/**
 * A page of alerts.
 *
 * @param items newest first
 * @param next cursor of the next page, or null when this is the last
 */
public record AlertPage(List<Alert> items, String next) {
    public AlertPage {
        items = List.copyOf(items);
    }
}

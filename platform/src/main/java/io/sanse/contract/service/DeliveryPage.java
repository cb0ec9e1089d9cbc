package io.sanse.contract.service;

import java.util.List;

/**
 * Deliveries, newest first.
 *
 * @param items deliveries
 * @param next cursor, or null at the end
 */
public record DeliveryPage(List<Delivery> items, String next) {
    public DeliveryPage {
        items = List.copyOf(items);
    }
}

package io.sanse.contract.service;

import io.sanse.contract.observation.Observation;
import java.util.List;

/**
 * Observations by event time.
 *
 * @param items oldest first
 * @param next cursor, or null at the end
 */
public record ObservationPage(List<Observation> items, String next) {
    public ObservationPage {
        items = List.copyOf(items);
    }
}

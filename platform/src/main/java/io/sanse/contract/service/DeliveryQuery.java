package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * Which deliveries.
 *
 * @param caller on whose behalf
 * @param alertId only of this alert, or null
 * @param state only in this state, or null
 * @param after cursor, or null
 * @param limit 1–200
 */
public record DeliveryQuery(Caller caller, UUID alertId, String state, String after, int limit) {}

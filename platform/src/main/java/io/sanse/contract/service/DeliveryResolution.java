package io.sanse.contract.service;

import io.sanse.contract.Caller;
import java.util.UUID;

/**
 * A person's finding about an unknown delivery.
 *
 * @param caller who
 * @param id which delivery
 * @param arrived true: it arrived; false: it did not, send again
 * @param reason how the person knows
 */
public record DeliveryResolution(Caller caller, UUID id, boolean arrived, String reason) {}

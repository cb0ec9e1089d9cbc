package io.sanse.alert.store;

import io.sanse.alert.domain.event.AlertCase;

/**
 * An alert whose row this transaction has locked.
 *
 * @param headHash hash of its last event
 */
public record Held(AlertCase alert, String headHash) {}

package io.sanse.contract.access;

import java.time.Instant;

/**
 * An entry of the access log is on disk.
 *
 * @param id of the entry
 * @param at when it was written
 */
public record AccessReceipt(String id, Instant at) {}

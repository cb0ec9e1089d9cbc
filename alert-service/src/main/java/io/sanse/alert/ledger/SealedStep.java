package io.sanse.alert.ledger;

/**
 * A step as the log keeps it.
 *
 * @param number 1, 2, 3 … in its alert
 * @param core canonical JSON {@code {alertId, number, personal, previous, step}}; {@code personal} is the digest of the personal part, {@code previous}
 *     the hash before
 * @param personal canonical JSON {@code {salt, step}}, or null when it was erased
 * @param hash SHA-256 (hex) of the core
 */
public record SealedStep(long number, String core, String personal, String hash) {}

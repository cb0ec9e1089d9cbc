package io.sanse.contract.trace;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import java.time.Instant;

/**
 * One reason for or against a vehicle.
 *
 * @param rule name of the rule, for example {@code inside}, {@code load-vanished}
 * @param points what it adds to the score; below zero it speaks against
 * @param text one sentence
 * @param at when, or null
 * @param location where, or null
 */
public record TraceBackEvidence(String rule, double points, LocalizedText text, Instant at, GeoPoint location) {}

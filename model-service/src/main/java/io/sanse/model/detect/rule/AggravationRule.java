package io.sanse.model.detect.rule;

import io.sanse.contract.detection.Aggravation;

/**
 * When a detection is graver.
 *
 * @param aggravation the fact
 * @param when its condition
 */
public record AggravationRule(Aggravation aggravation, Condition when) {}

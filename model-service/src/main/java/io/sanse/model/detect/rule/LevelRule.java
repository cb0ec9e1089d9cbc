package io.sanse.model.detect.rule;

import io.sanse.contract.Level;

/**
 * When a model finds which level.
 *
 * @param level the level
 * @param when its condition
 */
public record LevelRule(Level level, Condition when) {}

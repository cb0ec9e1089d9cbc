package io.sanse.standalone.night;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;

/**
 * One alert that must stand at the end of the night.
 *
 * @param model model id
 * @param subject on whom
 * @param level by the model and the life cycle's policy
 * @param story what happened, one line for people
 */
public record Expectation(String model, Subject subject, Level level, String story) {}

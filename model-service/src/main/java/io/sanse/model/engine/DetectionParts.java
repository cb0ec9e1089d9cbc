package io.sanse.model.engine;

import io.sanse.model.detect.ModelSet;
import java.time.InstantSource;

/**
 * What every processor of this node is made of.
 *
 * @param models everything that decides
 * @param registry the registry as it is now
 * @param metrics meters
 * @param letters makes dead letters
 * @param clock wall clock
 */
record DetectionParts(
        ModelSet models,
        RegistryView registry,
        DetectionMetrics metrics,
        DeadLetterRecords letters,
        InstantSource clock) {}

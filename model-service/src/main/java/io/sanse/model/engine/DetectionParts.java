package io.sanse.model.engine;

import io.sanse.model.watch.StateSizes;
import java.time.InstantSource;

/**
 * What every processor of this node is made of.
 *
 * @param models everything that decides, and when
 * @param registry the registry as it is now
 * @param metrics meters
 * @param letters makes dead letters
 * @param sizes is told how much is held of subjects
 * @param clock wall clock
 */
record DetectionParts(
        ReleasedModels models,
        RegistryView registry,
        DetectionMetrics metrics,
        DeadLetterRecords letters,
        StateSizes sizes,
        InstantSource clock) {}

package io.sanse.model.explain.topic;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * Limits of explanations and bundles.
 *
 * @param history how long before a detection or moment its history is played at first
 * @param timeLimit how long a question may take
 * @param concurrent how many questions one node answers at a time
 */
record ExplanationSettings(Duration history, Duration timeLimit, int concurrent) {
    static ExplanationSettings from(Settings settings) {
        return new ExplanationSettings(
                settings.duration(
                        "model.explanation.history",
                        Duration.ofHours(72),
                        "how long before a detection or moment its history is played to explain it"),
                settings.duration(
                        "model.explanation.time.limit", Duration.ofSeconds(20), "longest time for an explanation"),
                settings.integer("model.explanation.concurrent", 2, "explanations at a time on one node"));
    }
}

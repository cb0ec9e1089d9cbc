package io.sanse.model.engine;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Subject;
import io.sanse.contract.observation.Observation;
import io.sanse.model.detect.rule.Model;
import io.sanse.runtime.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/** Makes dead letters of what detection cannot use; the id tells where it stood, so that a repeat is the same letter. */
final class DeadLetterRecords {
    private static final String SERVICE = "model-service";

    private final InstantSource clock;
    private final DetectionMetrics metrics;

    DeadLetterRecords(InstantSource clock, DetectionMetrics metrics) {
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Bytes that could not be read, or a record that could not be processed.
     *
     * @param place topic, partition, offset and number within the record
     */
    DeadLetter of(String place, String reason, String detail, byte[] raw) {
        metrics.rejected(reason);
        UUID id = UUID.nameUUIDFromBytes((SERVICE + ' ' + place).getBytes(StandardCharsets.UTF_8));
        return new DeadLetter(id, SERVICE, "kafka", place, reason, place + ": " + detail, raw, clock.instant());
    }

    /** An observation that could be read and not processed: a defect of ours. */
    DeadLetter of(Observation observation, RuntimeException defect) {
        metrics.rejected("model-defect");
        String place = SERVICE + ' ' + observation.subject() + ' ' + observation.id();
        return new DeadLetter(
                UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                SERVICE,
                "kafka",
                observation.source().feed(),
                "model-defect",
                observation.subject() + ": " + defect,
                Json.bytes(observation),
                clock.instant());
    }

    /** A subject that one version of a model could not judge; all of them are one letter. */
    DeadLetter of(Model version, Subject subject, RuntimeException defect) {
        metrics.rejected("model-defect");
        String place = version.signature() + " version " + version.head().version() + " on " + subject;
        return new DeadLetter(
                UUID.nameUUIDFromBytes((SERVICE + ' ' + place).getBytes(StandardCharsets.UTF_8)),
                SERVICE,
                "kafka",
                null,
                "model-defect",
                place + ": " + defect,
                subject.toString().getBytes(StandardCharsets.UTF_8),
                clock.instant());
    }
}

package io.sanse.contract;

import java.util.List;
import java.util.Map;

/**
 * Every topic, in one place. {@link #OBSERVATIONS} and {@link #DETECTIONS} are partitioned by {@link SubjectPartitioner}; the number of partitions of
 * a topic is read from the broker, never assumed.
 */
public final class Topics {
    /**
     * Frames of observations ({@link io.sanse.contract.observation.ObservationFrames}), no record key. Retention goes by the time of appending, so
     * that a replay of an old night is not deleted at once.
     */
    public static final Topic OBSERVATIONS = new Topic(
            "observations", 0, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "604800000"));

    /** {@link io.sanse.contract.registry.RegistryEntry} as JSON, key {@code kind:id}, compacted. */
    public static final Topic REGISTRY = new Topic("registry", 1, Map.of("cleanup.policy", "compact"));

    /** {@link io.sanse.contract.detection.Detection} as JSON, key = subject text. */
    public static final Topic DETECTIONS =
            new Topic("detections", 0, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "2592000000"));

    /** {@link io.sanse.contract.model.ModelAssignment} as JSON, key = model id, compacted. */
    public static final Topic MODELS = new Topic("models", 1, Map.of("cleanup.policy", "compact"));

    /** {@link io.sanse.contract.detection.Detection} as JSON, key = subject text: what versions on probation say; nobody is alerted by it. */
    public static final Topic SHADOW_DETECTIONS = new Topic(
            "shadow-detections", 0, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "2592000000"));

    /** {@link io.sanse.contract.alert.AlertEvent} as JSON, key = alert id. */
    public static final Topic ALERT_EVENTS = new Topic(
            "alert-events", 0, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "2592000000"));

    /** {@link io.sanse.contract.model.CertificationNotice} as JSON, key = its id: what those who answer for models are told. */
    public static final Topic MODEL_NOTICES = new Topic(
            "model-notices", 1, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "2592000000"));

    /** {@link DeadLetter} as JSON, key = its id. */
    public static final Topic DEAD_LETTERS = new Topic(
            "dead-letters", 1, Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", "2592000000"));

    public static final List<Topic> ALL = List.of(
            OBSERVATIONS, REGISTRY, MODELS, DETECTIONS, SHADOW_DETECTIONS, ALERT_EVENTS, MODEL_NOTICES, DEAD_LETTERS);

    private Topics() {}
}

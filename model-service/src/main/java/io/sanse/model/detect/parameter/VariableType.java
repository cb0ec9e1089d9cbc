package io.sanse.model.detect.parameter;

/** Type of a value that conditions and texts may name. */
public enum VariableType {
    /** {@link java.time.Duration}. */
    DURATION,
    /** {@link Double}. */
    NUMBER,
    /** {@link Long}. */
    COUNT,
    /** {@link Boolean}. */
    FLAG,
    /** {@link String}. */
    TEXT,
    /** {@link java.time.Instant}. */
    TIME,
    /** List of {@link String}. */
    TEXTS,
    /** List of {@link Double}. */
    NUMBERS
}

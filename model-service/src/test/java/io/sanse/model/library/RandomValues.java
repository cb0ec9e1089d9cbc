package io.sanse.model.library;

import io.sanse.model.detect.parameter.VariableType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values for variables: usual ones, extremes, and some that are absent or of another type than they should be. */
final class RandomValues {
    private static final Map<VariableType, List<?>> USUAL = Map.of(
            VariableType.DURATION, List.of(Duration.ZERO, Duration.ofMinutes(20), Duration.ofMinutes(90)),
            VariableType.NUMBER, List.of(0.0, 1.0, -2.5, 12.5, 0.1),
            VariableType.COUNT, List.of(0L, 1L, 2L, -3L, 7L),
            VariableType.FLAG, List.of(true, false),
            VariableType.TEXT, List.of("pit", "Z", "a\\b\"c", "𠮷", ""),
            VariableType.TIME, List.of(Instant.parse("2026-03-05T12:00:00Z"), Instant.parse("2026-03-05T12:20:00Z")),
            VariableType.TEXTS, List.of(List.of("pit", "Z"), List.of("𠮷"), List.of()),
            VariableType.NUMBERS, List.of(List.of(0.0, 12.5, 1.0), List.of(-2.5, 0.1)));
    private static final Map<VariableType, List<?>> EXTREME = Map.of(
            VariableType.DURATION,
            List.of(
                    Duration.ofNanos(-1),
                    Duration.ofSeconds(315_576_000_000L),
                    Duration.ofSeconds(-315_576_000_001L),
                    Duration.ofSeconds(Long.MAX_VALUE),
                    Duration.ofSeconds(Long.MIN_VALUE)),
            VariableType.NUMBER,
            List.of(
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    -0.0,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    0x1p53,
                    0x1p63,
                    -0x1p63),
            VariableType.COUNT,
            List.of(Long.MAX_VALUE, Long.MIN_VALUE, -1L, (1L << 53) + 1, 1L << 53, (long) Integer.MAX_VALUE + 1),
            VariableType.FLAG,
            List.of(true, false),
            VariableType.TEXT,
            List.of("\uD842", "\uE000", "\n", "\\u0022", "𠮷𠮷pit"),
            VariableType.TIME,
            List.of(
                    Instant.EPOCH,
                    Instant.parse("0001-01-01T00:00:00Z"),
                    Instant.parse("9999-12-31T23:59:59.999999999Z"),
                    Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1),
                    Instant.MAX,
                    Instant.MIN),
            VariableType.TEXTS,
            List.of(List.of("\uD842", "\uE000"), List.of("Z", "Z")),
            VariableType.NUMBERS,
            List.of(List.of(Double.NaN, -0.0), List.of(Double.POSITIVE_INFINITY)));

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /** Every value is there and none is rare. */
    Map<String, Object> usual() {
        Map<String, Object> values = new HashMap<>();
        RandomExpressions.VARIABLES.forEach((name, type) -> values.put(name, one(USUAL.get(type))));
        return values;
    }

    /** A third of the values is rare, some are absent, some are of another type. */
    Map<String, Object> any() {
        Map<String, Object> values = new HashMap<>();
        RandomExpressions.VARIABLES.forEach((name, type) -> {
            int kind = random.nextInt(30);
            if (kind >= 12) {
                values.put(name, one(USUAL.get(type)));
            } else if (kind >= 2) {
                values.put(name, one(EXTREME.get(type)));
            } else if (kind == 1) {
                values.put(name, other(type));
            }
        });
        return values;
    }

    /** A value that an operator would have to be ashamed of. */
    private Object other(VariableType type) {
        return type == VariableType.COUNT ? (Object) 7 : type == VariableType.NUMBER ? (Object) 1.5f : (Object) 3L;
    }

    private Object one(List<?> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package io.sanse.model.cli;

import io.sanse.model.cases.CaseTime;
import io.sanse.model.detect.explain.ShownDuration;
import java.time.Duration;
import java.time.Instant;

/** Values of conditions as people write them. */
final class ShownValue {
    private ShownValue() {}

    static String of(Object value, CaseTime times) {
        if (value instanceof Duration duration) {
            return ShownDuration.of(duration);
        }
        if (value instanceof Instant instant) {
            return times.format(instant);
        }
        if (value instanceof String text) {
            return '\'' + text + '\'';
        }
        return String.valueOf(value);
    }
}

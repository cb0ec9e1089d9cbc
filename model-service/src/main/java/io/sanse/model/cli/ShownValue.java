package io.sanse.model.cli;

import io.sanse.model.cases.CaseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Values of conditions as people write them. */
final class ShownValue {
    private ShownValue() {}

    static String of(Object value, CaseTime times) {
        if (value instanceof Duration duration) {
            return duration(duration);
        }
        if (value instanceof Instant instant) {
            return times.format(instant);
        }
        if (value instanceof String text) {
            return '\'' + text + '\'';
        }
        return String.valueOf(value);
    }

    /** {@code 1 h 20 min 30 s}; the parts that are nothing are left out. */
    private static String duration(Duration duration) {
        Duration length = duration.abs();
        StringBuilder shown = new StringBuilder();
        append(shown, length.toDays(), "d");
        append(shown, length.toHoursPart(), "h");
        append(shown, length.toMinutesPart(), "min");
        if (length.toMillisPart() > 0) {
            double seconds = length.toSecondsPart() + length.toMillisPart() / 1_000.0;
            shown.append(String.format(Locale.ROOT, "%.3f s ", seconds));
        } else {
            append(shown, length.toSecondsPart(), "s");
        }
        String text = shown.isEmpty() ? "0 s" : shown.toString().strip();
        return duration.isNegative() ? "-(" + text + ")" : text;
    }

    private static void append(StringBuilder shown, long count, String unit) {
        if (count > 0) {
            shown.append(count).append(' ').append(unit).append(' ');
        }
    }
}

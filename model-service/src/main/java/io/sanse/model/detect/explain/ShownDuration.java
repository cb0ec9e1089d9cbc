package io.sanse.model.detect.explain;

import java.time.Duration;
import java.util.Locale;

/** Durations as people write them. */
public final class ShownDuration {
    private ShownDuration() {}

    /** {@code 1 h 20 min 30 s}; the parts that are nothing are left out. */
    public static String of(Duration duration) {
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

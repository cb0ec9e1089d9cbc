package io.sanse.alert.domain.policy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.sanse.contract.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something may take, written {@code PT10M} or {@code 5 working days}. */
public sealed interface TimeLimit {
    /** Time that passes by day and night. */
    record Elapsed(Duration duration) implements TimeLimit {
        public Elapsed {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("a time limit is longer than nothing");
            }
        }

        @Override
        public Instant end(Instant from, WorkingCalendar calendar) {
            return from.plus(duration);
        }

        @Override
        public TimeLimit times(int factor) {
            return new Elapsed(duration.multipliedBy(factor));
        }

        @JsonValue
        @Override
        public String toString() {
            return duration.toString();
        }
    }

    /** Working days, to the end of the last. */
    record WorkingDays(int days) implements TimeLimit {
        public WorkingDays {
            if (days < 1 || days > 1000) {
                throw new IllegalArgumentException("a time limit has 1 to 1000 working days");
            }
        }

        @Override
        public Instant end(Instant from, WorkingCalendar calendar) {
            return calendar.endOf(from, days);
        }

        @Override
        public TimeLimit times(int factor) {
            return new WorkingDays(days * factor);
        }

        @JsonValue
        @Override
        public String toString() {
            return days + " working days";
        }
    }

    Pattern WORKING_DAYS = Pattern.compile("(\\d{1,4}) working days?");

    /** When it ends if it begins at {@code from}. */
    Instant end(Instant from, WorkingCalendar calendar);

    TimeLimit times(int factor);

    /** @throws IllegalArgumentException when the text is neither a duration nor a number of working days */
    @JsonCreator
    static TimeLimit parse(String text) {
        Matcher matcher = WORKING_DAYS.matcher(text);
        if (matcher.matches()) {
            return new WorkingDays(Integer.parseInt(matcher.group(1)));
        }
        try {
            return new Elapsed(Duration.parse(text));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("a time limit is written PT10M or 5 working days", unreadable);
        }
    }
}

package io.sanse.model.library.compiled;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What written methods call where Java's own operators would go on silently. Each fails well before CEL might see an error or a rounding: times are reckoned with from 1900
 * to 2200, lengths of time up to a century.
 */
final class Operations {
    private static final long EXACT = 1L << 53;
    private static final double WHOLE = 0x1p62;
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Operations() {}

    static long quotient(long one, long other) {
        ordinary(one != Long.MIN_VALUE);
        return one / other;
    }

    static long remainder(long one, long other) {
        ordinary(one != Long.MIN_VALUE);
        return one % other;
    }

    /** A whole number as a double, without rounding. */
    static double widened(long number) {
        ordinary(-EXACT <= number && number <= EXACT);
        return number;
    }

    /** A double without its decimals. */
    static long truncated(double number) {
        ordinary(-WHOLE < number && number < WHOLE);
        return (long) number;
    }

    static Duration sum(Duration one, Duration other) {
        return within(within(one).plus(within(other)));
    }

    static Duration difference(Duration one, Duration other) {
        return within(within(one).minus(within(other)));
    }

    static Duration between(Instant later, Instant earlier) {
        return within(Duration.between(within(earlier), within(later)));
    }

    static Instant after(Instant time, Duration length) {
        return within(within(time).plus(within(length)));
    }

    static Instant before(Instant time, Duration length) {
        return within(within(time).minus(within(length)));
    }

    /** The interpreter refuses to reckon with negative parts of a second. */
    private static Duration within(Duration length) {
        ordinary(!length.isNegative() || length.getNano() == 0);
        ordinary(length.abs().compareTo(LONGEST) <= 0);
        return length;
    }

    private static Instant within(Instant time) {
        ordinary(!time.isBefore(FIRST) && !time.isAfter(LAST));
        return time;
    }

    /** Length in characters, not in the units of UTF-16. */
    static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether two things that are not numbers are equal depends in the interpreter on where they come from. */
    static boolean same(double one, double other) {
        ordinary(!Double.isNaN(one) || !Double.isNaN(other));
        return one == other;
    }

    static boolean in(String text, List<?> texts) {
        for (Object one : texts) {
            if (text.equals((String) one)) {
                return true;
            }
        }
        return false;
    }

    static boolean in(double number, List<?> numbers) {
        for (Object one : numbers) {
            if (same(number, (Double) one)) {
                return true;
            }
        }
        return false;
    }

    static boolean in(long number, List<?> numbers) {
        for (Object one : numbers) {
            if (number == (Long) one) {
                return true;
            }
        }
        return false;
    }

    static Object item(List<?> list, long index) {
        return list.get(Math.toIntExact(index));
    }

    private static void ordinary(boolean is) {
        if (!is) {
            throw new ArithmeticException("out of the ordinary");
        }
    }
}

package io.sanse.alert.domain.policy;

import io.sanse.contract.alert.ClockName;
import io.sanse.contract.detection.Aggravation;
import java.time.Duration;
import java.util.Set;

/**
 * What makes an alert go up a level.
 *
 * @param blueToYellow for a blue one
 * @param yellowToRed for a yellow one
 */
public record RaiseRules(BlueToYellow blueToYellow, YellowToRed yellowToRed) {
    public RaiseRules {
        if (blueToYellow == null || yellowToRed == null) {
            throw new IllegalArgumentException("the rules to raise need blueToYellow and yellowToRed");
        }
    }

    /**
     * Alerts of one level on one subject that are too many.
     *
     * @param count this one included
     * @param window event time within which they count
     */
    public record Repeats(int count, Duration window) {
        public Repeats {
            if (count < 2 || window == null || window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("repeats need a count from 2 on and a window");
            }
        }
    }

    /**
     * Blue to yellow.
     *
     * @param unanswered when its acknowledge clock runs out
     * @param repeats when it is one too many on its subject
     * @param graverOnSubject when its subject has a graver open one
     */
    public record BlueToYellow(boolean unanswered, Repeats repeats, boolean graverOnSubject) {
        public BlueToYellow {
            if (repeats == null) {
                throw new IllegalArgumentException("blueToYellow needs repeats");
            }
        }
    }

    /**
     * Yellow to red.
     *
     * @param tonnes amount from which on it is red, t
     * @param aggravations facts each of which makes it red
     * @param repeats when it is one too many on its subject
     * @param overdue when a clock has been missed for long
     */
    public record YellowToRed(double tonnes, Set<Aggravation> aggravations, Repeats repeats, Overdue overdue) {
        public YellowToRed {
            if (!(tonnes > 0) || repeats == null || overdue == null) {
                throw new IllegalArgumentException("yellowToRed needs tonnes above 0, repeats and overdue");
            }
            aggravations = Set.copyOf(aggravations);
        }
    }

    /**
     * A clock missed for long.
     *
     * @param factor how many times its limit
     * @param clocks which ones count
     */
    public record Overdue(int factor, Set<ClockName> clocks) {
        public Overdue {
            if (factor < 2 || factor > 100) {
                throw new IllegalArgumentException("the factor of overdue is 2 to 100");
            }
            clocks = Set.copyOf(clocks);
        }
    }
}

package io.sanse.standalone.verdict;

import io.sanse.contract.alert.Alert;
import io.sanse.standalone.night.Expectation;
import io.sanse.standalone.night.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a platform's alerts compare with the truth.
 *
 * @param expected alerts that had to stand
 * @param rows one per expectation, and one per alert that should not be there
 */
public record Verdict(int expected, List<Row> rows) {
    /** What became of one line of the truth. */
    public enum Outcome {
        RAISED,
        RETRACTED,
        MISSED,
        FALSE
    }

    /**
     * One line.
     *
     * @param expectation what was expected, or for a false alert what was raised
     * @param outcome what became of it
     * @param standing the alert that fits, or null
     */
    public record Row(Expectation expectation, Outcome outcome, Standing standing) {}

    public Verdict {
        rows = List.copyOf(rows);
    }

    /**
     * Compares. An alert that was retracted does not stand: it fits only an expectation of that kind. A second alert of one model on one subject is false, and
     * so is one of another level (and what was expected is missed).
     */
    public static Verdict of(Truth truth, List<Standing> alerts) {
        List<Row> rows = new ArrayList<>();
        Set<Standing> used = new HashSet<>();
        truth.expected().forEach(expectation -> rows.add(match(expectation, Outcome.RAISED, alerts, used)));
        truth.retracted().forEach(expectation -> rows.add(match(expectation, Outcome.RETRACTED, alerts, used)));
        alerts.stream()
                .filter(alert -> !used.contains(alert) && !alert.retracted())
                .forEach(alert -> rows.add(new Row(described(alert), Outcome.FALSE, alert)));
        return new Verdict(truth.expected().size(), rows);
    }

    private static Row match(Expectation expectation, Outcome wanted, List<Standing> alerts, Set<Standing> used) {
        for (Standing alert : alerts) {
            boolean fits = alert.alert().model().equals(expectation.model())
                    && alert.alert().subject().equals(expectation.subject())
                    && alert.level() == expectation.level()
                    && alert.retracted() == (wanted == Outcome.RETRACTED);
            if (fits && used.add(alert)) {
                return new Row(expectation, wanted, alert);
            }
        }
        return new Row(expectation, Outcome.MISSED, null);
    }

    private static Expectation described(Standing standing) {
        Alert alert = standing.alert();
        return new Expectation(
                alert.model(), alert.subject(), standing.level(), alert.text().en());
    }

    /** Alerts that stand. */
    public long raised() {
        return count(Outcome.RAISED) + count(Outcome.FALSE);
    }

    public long missed() {
        return count(Outcome.MISSED);
    }

    public long wrong() {
        return count(Outcome.FALSE);
    }

    private long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    public boolean perfect() {
        return missed() == 0 && wrong() == 0;
    }
}

package io.sanse.model.detect.operator.store;

import io.sanse.contract.observation.Operation.Measure;
import io.sanse.model.detect.fact.WorkBook;
import io.sanse.model.detect.fact.WorkBook.Declared;
import io.sanse.model.detect.fact.WorkBook.Report;
import java.util.Comparator;
import java.util.List;

/**
 * What a firm did by one measure, and declared, in the time before a moment.
 *
 * @param from begin, ms
 * @param until the moment, ms
 * @param amount made or used, in the measure's unit
 * @param coveredMs how much of the time the reports are about, ms
 * @param reports they, sorted by begin
 * @param entries of the ledger, about waste that came about
 */
record WorkWindow(long from, long until, double amount, long coveredMs, List<Report> reports, List<Declared> entries) {
    private static final double ROUNDING = 1e6;

    static WorkWindow before(long until, long length, Measure measure, WorkBook work) {
        long from = until - length;
        List<Report> reports = work.reports().stream()
                .filter(report -> report.measure() == measure && report.until() > from && report.since() < until)
                .sorted(Comparator.comparingLong(Report::since).thenComparingLong(Report::until))
                .toList();
        List<Declared> entries = work.declared().stream()
                .filter(entry -> entry.at() > from && entry.at() <= until)
                .toList();
        double amount = 0;
        long reached = from;
        long covered = 0;
        for (Report report : reports) {
            long end = Math.min(report.until(), until);
            // where reports overlap, what the earlier one says counts
            long share = Math.max(0, end - Math.max(report.since(), reached));
            amount += report.amount() * share / (report.until() - report.since());
            covered += share;
            reached = Math.max(reached, end);
        }
        return new WorkWindow(from, until, amount, covered, reports, entries);
    }

    /** Ledgers have three decimals: what binary fractions add to them must not cross a limit, t. */
    double declared() {
        double sum = entries.stream().mapToDouble(Declared::tonnes).sum();
        return Math.round(sum * ROUNDING) / ROUNDING;
    }

    double coveredPercent() {
        return 100.0 * coveredMs / (until - from);
    }
}

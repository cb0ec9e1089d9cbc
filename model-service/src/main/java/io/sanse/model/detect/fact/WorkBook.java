package io.sanse.model.detect.fact;

import io.sanse.contract.Nights;
import io.sanse.contract.observation.LedgerEntry;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Operation;
import io.sanse.contract.observation.Operation.Measure;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What a firm made and used, and the waste that it declared to have come about meanwhile: one by one of late, older ones as sums of months.
 *
 * @param declared entries of its ledger about waste that came about, sorted by time and id
 * @param reports what it made and used, sorted by end
 * @param months sums of the months before these, oldest first
 */
public record WorkBook(List<Declared> declared, List<Report> reports, List<Month> months) {
    static final WorkBook NONE = new WorkBook(List.of(), List.of(), List.of());

    /** How long entries and reports are kept one by one, ms. */
    private static final long KEPT_MS = 75L * 24 * 3_600_000;

    /** How long they are kept at most when they explain something that is not settled, ms. */
    private static final long EXPLAINING_MS = 400L * 24 * 3_600_000;

    /** How far before what they explain they go, ms. */
    private static final long BEFORE_MS = 31L * 24 * 3_600_000;

    private static final int MONTHS = 14;

    private static final Comparator<Declared> DECLARED =
            Comparator.comparingLong(Declared::at).thenComparing(Declared::id);
    private static final Comparator<Report> REPORTS =
            Comparator.comparingLong(Report::until).thenComparing(Report::id);

    public WorkBook {
        declared = List.copyOf(declared);
        reports = List.copyOf(reports);
        months = List.copyOf(months);
    }

    /** An entry of the ledger about waste that came about; times in ms, t. */
    public record Declared(
            UUID id, long at, String feed, String lot, String wasteCode, boolean hazardous, double tonnes) {}

    /**
     * A report of what was made or used; times in ms, the amount in the measure's unit.
     *
     * @param replaced reports that it corrects: when one of them comes again that is no news
     */
    public record Report(
            UUID id,
            long since,
            long until,
            long receivedAt,
            String feed,
            Measure measure,
            double amount,
            Set<UUID> replaced) {
        public Report {
            replaced = replaced == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(replaced));
        }

        private boolean isAbout(Report other) {
            return measure == other.measure && since == other.since && until == other.until;
        }

        private boolean corrects(Report other) {
            return !id.equals(other.id) && !other.replaced.contains(id) && receivedAt >= other.receivedAt;
        }

        private Report insteadOf(Report other) {
            Set<UUID> all = new TreeSet<>(other.replaced);
            all.add(other.id);
            return new Report(id, since, until, receivedAt, feed, measure, amount, all);
        }
    }

    /**
     * Sums of a month in China.
     *
     * @param month for example {@code 2026-03}
     * @param declared t
     * @param amounts in the measures' units
     */
    public record Month(String month, double declared, Map<Measure, Double> amounts) {
        public Month {
            amounts = Map.copyOf(amounts);
        }

        /** How many days it has. */
        public int days() {
            return YearMonth.parse(month).lengthOfMonth();
        }

        private static Month none(String month) {
            return new Month(month, 0, Map.of());
        }

        private Month plus(Declared entry) {
            return new Month(month, declared + entry.tonnes(), amounts);
        }

        private Month plus(Report report) {
            Map<Measure, Double> more = new EnumMap<>(Measure.class);
            more.putAll(amounts);
            more.merge(report.measure(), report.amount(), Double::sum);
            return new Month(month, declared, more);
        }
    }

    /** Whether an observation belongs here. */
    static boolean concerns(Observation observation) {
        return observation.payload() instanceof Operation
                || observation.payload() instanceof LedgerEntry entry && entry.entry() == LedgerEntry.Entry.PRODUCED;
    }

    /** With one more; the same object when it is known or its month has been summed up. */
    WorkBook with(Observation observation) {
        long at = observation.observedAt().toEpochMilli();
        if (!months.isEmpty()
                && month(at).compareTo(months.get(months.size() - 1).month()) <= 0) {
            return this;
        }
        return observation.payload() instanceof Operation operation
                ? withReport(observation, operation)
                : withEntry(observation, (LedgerEntry) observation.payload());
    }

    private WorkBook withEntry(Observation observation, LedgerEntry entry) {
        if (declared.stream().anyMatch(known -> known.id().equals(observation.id()))) {
            return this;
        }
        List<Declared> more = new ArrayList<>(declared);
        more.add(new Declared(
                observation.id(),
                observation.observedAt().toEpochMilli(),
                observation.source().feed(),
                entry.lot(),
                entry.wasteCode(),
                Boolean.TRUE.equals(entry.hazardous()),
                entry.tonnes()));
        more.sort(DECLARED);
        return new WorkBook(more, reports, months);
    }

    private WorkBook withReport(Observation observation, Operation operation) {
        Report report = new Report(
                observation.id(),
                operation.since().toEpochMilli(),
                observation.observedAt().toEpochMilli(),
                observation.receivedAt().toEpochMilli(),
                observation.source().feed(),
                operation.measure(),
                operation.amount(),
                Set.of());
        List<Report> more = new ArrayList<>(reports);
        for (Report known : reports) {
            if (known.isAbout(report)) {
                if (!report.corrects(known)) {
                    return this;
                }
                more.remove(known);
                report = report.insteadOf(known);
            }
        }
        more.add(report);
        more.sort(REPORTS);
        return new WorkBook(declared, more, months);
    }

    /** Its months, those that are still known one by one included; a report belongs to the month in which it ends. */
    public SortedMap<String, Month> allMonths() {
        SortedMap<String, Month> all = new TreeMap<>();
        months.forEach(month -> all.put(month.month(), month));
        declared.forEach(entry -> add(all, month(entry.at()), month -> month.plus(entry)));
        reports.forEach(report -> add(all, month(report.until() - 1), month -> month.plus(report)));
        return all;
    }

    private static void add(Map<String, Month> all, String month, UnaryOperator<Month> sum) {
        all.put(month, sum.apply(all.getOrDefault(month, Month.none(month))));
    }

    /** The month in China, which sorts as time does. */
    public static String month(long at) {
        return YearMonth.from(Instant.ofEpochMilli(at).atZone(Nights.ZONE)).toString();
    }

    /**
     * With whole months summed up that need not be known one by one.
     *
     * @param newest newest time known of the firm, ms
     * @param since beginning of what is to stay explained, ms
     */
    WorkBook since(long newest, long since) {
        long explaining = since == Long.MAX_VALUE ? Long.MAX_VALUE : since - BEFORE_MS;
        String first = month(Math.max(Math.min(newest - KEPT_MS, explaining), newest - EXPLAINING_MS));
        List<Declared> keptEntries = declared.stream()
                .filter(entry -> month(entry.at()).compareTo(first) >= 0)
                .toList();
        List<Report> keptReports = reports.stream()
                .filter(report -> month(report.until() - 1).compareTo(first) >= 0)
                .toList();
        if (keptEntries.size() == declared.size() && keptReports.size() == reports.size()) {
            return this;
        }
        List<Month> summed = List.copyOf(allMonths().headMap(first).values());
        return new WorkBook(
                keptEntries, keptReports, summed.subList(Math.max(0, summed.size() - MONTHS), summed.size()));
    }

    WorkBook trimmed(Trim trim) {
        List<Declared> fewerEntries = trim.last("ledger", declared);
        List<Report> fewerReports = trim.last("operation", reports);
        return fewerEntries == declared && fewerReports == reports
                ? this
                : new WorkBook(fewerEntries, fewerReports, months);
    }

    boolean knowsNothing() {
        return declared.isEmpty() && reports.isEmpty() && months.isEmpty();
    }
}

package io.sanse.standalone.verdict;

import io.sanse.standalone.night.Truth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The verdict as text: a table for people, and its last line for scripts. */
public final class VerdictTable {
    private static final String LINE = "%-10s %-27s %-7s %-34s %s";

    private VerdictTable() {}

    /** All lines but the last. */
    public static List<String> lines(Verdict verdict, Truth truth) {
        Stream<String> head = Stream.of(LINE.formatted("", "model", "level", "subject", "what happened"));
        Stream<String> rows = verdict.rows().stream().map(VerdictTable::line);
        Stream<String> traps = truth.traps().stream().map(trap -> "%-10s %s".formatted("trap", trap.story()));
        return Stream.of(head, rows, traps).flatMap(part -> part).toList();
    }

    private static String line(Verdict.Row row) {
        return LINE.formatted(
                row.outcome().name().toLowerCase(Locale.ROOT),
                row.expectation().model(),
                row.expectation().level().text(),
                row.expectation().subject(),
                row.expectation().story());
    }

    /** For scripts: {@code demo: expected N, raised N, missed 0, false 0}. */
    public static String summary(Verdict verdict) {
        return "demo: expected %d, raised %d, missed %d, false %d"
                .formatted(verdict.expected(), verdict.raised(), verdict.missed(), verdict.wrong());
    }
}

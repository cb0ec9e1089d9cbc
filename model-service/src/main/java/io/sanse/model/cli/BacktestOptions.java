package io.sanse.model.cli;

import io.sanse.contract.Nights;
import io.sanse.model.backtest.Period;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words of {@code backtest} and {@code diff} behind the verb.
 *
 * @param files that are named
 * @param period or null: all of the file
 * @param observations file of observations, or null: a running platform is asked
 * @param registry file of registry entries, or null
 * @param detections file to write what was found to, or null
 * @param url of the platform
 * @param warmUpHours or null
 */
record BacktestOptions(
        List<String> files,
        Period period,
        String observations,
        String registry,
        String detections,
        URI url,
        Integer warmUpHours) {
    private static final Set<String> KNOWN =
            Set.of("--from", "--to", "--observations", "--registry", "--detections", "--url", "--warm-up");
    /** Where a platform on this machine answers. */
    static final String LOCAL = "http://127.0.0.1:8080";

    /** @throws IllegalArgumentException with what is not understood, for people */
    static BacktestOptions parse(List<String> words) {
        Options options = Options.parse(words, KNOWN);
        return of(options.names(), options.values());
    }

    private static BacktestOptions of(List<String> files, Map<String, String> options) {
        String from = options.get("--from");
        String to = options.get("--to");
        boolean online = !options.containsKey("--observations");
        if (from == null != (to == null) || online && from == null) {
            throw new IllegalArgumentException("--from and --to are needed");
        }
        if (online && options.containsKey("--detections")) {
            throw new IllegalArgumentException(
                    "--detections belongs to --observations: a platform tells of what it found itself");
        }
        String warmUp = options.get("--warm-up");
        return new BacktestOptions(
                List.copyOf(files),
                from == null ? null : new Period(time(from), time(to)),
                options.get("--observations"),
                options.get("--registry"),
                options.get("--detections"),
                URI.create(options.getOrDefault("--url", LOCAL)),
                warmUp == null ? null : hours(warmUp));
    }

    private static Integer hours(String text) {
        if (!text.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("--warm-up is a number of hours, not '" + text + "'");
        }
        return Integer.valueOf(text);
    }

    /** With an offset, or in Asia/Shanghai: a time or a day. */
    static Instant time(String text) {
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(Nights.ZONE).toInstant();
            }
            boolean offset = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(Nights.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: write 2026-03-05T22:00 or 2026-03-05T14:00:00Z", unreadable);
        }
    }
}

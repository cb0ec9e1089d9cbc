package io.sanse.notify.policy;

import io.sanse.contract.Level;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours in which messages of some levels wait.
 *
 * @param from first moment of quiet, local time
 * @param to first moment after it; before {@code from} when the quiet goes over midnight
 * @param levels that wait
 */
public record Quiet(LocalTime from, LocalTime to, Set<Level> levels) {
    public Quiet {
        levels = Set.copyOf(levels);
    }

    /** When a message of this level may go out at the earliest: now, or the end of the quiet hours. */
    public Instant earliest(Level level, Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        if (!levels.contains(level) || !isQuiet(local.toLocalTime())) {
            return now;
        }
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}

package io.sanse.contract;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Nights in Asia/Shanghai: 22:00 inclusive to 06:00 exclusive. */
public final class Nights {
    /** The zone that all calendars and windows of the platform are in. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime DUSK = LocalTime.of(22, 0);
    private static final LocalTime DAWN = LocalTime.of(6, 0);

    private Nights() {}

    /** @param at ms since the epoch */
    public static boolean contains(long at) {
        LocalTime time = Instant.ofEpochMilli(at).atZone(ZONE).toLocalTime();
        return !time.isBefore(DUSK) || time.isBefore(DAWN);
    }

    /**
     * When the night is over that a time lies in, or that is the next one after it, ms.
     *
     * @param at ms since the epoch
     */
    public static long endOf(long at) {
        ZonedDateTime local = Instant.ofEpochMilli(at).atZone(ZONE);
        ZonedDateTime dawn = local.with(DAWN);
        return (local.isBefore(dawn) ? dawn : dawn.plusDays(1)).toInstant().toEpochMilli();
    }
}

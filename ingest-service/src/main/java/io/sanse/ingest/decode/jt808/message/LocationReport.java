package io.sanse.ingest.decode.jt808.message;

import io.sanse.ingest.decode.jt808.MessageId;
import java.time.Instant;

/**
 * 0x0200, clause 8.12; also one element of 0x0704.
 *
 * @param alarm alarm bits, table 24
 * @param status status bits, table 25
 * @param latitude degrees, south negative, in the terminal's datum
 * @param longitude degrees, west negative, in the terminal's datum
 * @param altitude metres
 * @param speed km/h
 * @param direction degrees clockwise from north
 * @param observedAt the terminal's time, null when its digits are no time
 * @param items the additional items
 */
public record LocationReport(
        int alarm,
        int status,
        double latitude,
        double longitude,
        int altitude,
        double speed,
        int direction,
        Instant observedAt,
        LocationItems items)
        implements TerminalMessage {

    static final int SOUTH = 1 << 2;
    static final int WEST = 1 << 3;

    /** Bits 8 and 9 of the status. Many terminals have no load sensor and always say {@link #EMPTY}. */
    public enum Load {
        EMPTY,
        HALF,
        RESERVED,
        FULL
    }

    @Override
    public int messageId() {
        return MessageId.LOCATION_REPORT;
    }

    /** Whether the ignition is on. */
    public boolean ignitionOn() {
        return hasStatus(0);
    }

    /** Whether the coordinates are a fix; if not they are 0 or the last known ones. */
    public boolean positioned() {
        return hasStatus(1);
    }

    /** Whether the coordinates were encrypted by a plug-in. */
    public boolean coordinatesEncrypted() {
        return hasStatus(5);
    }

    public Load load() {
        return Load.values()[status >> 8 & 3];
    }

    /** Whether the main power is cut (alarm bit 8): what is left of tampering when silence follows. */
    public boolean mainPowerOff() {
        return hasAlarm(8);
    }

    private boolean hasStatus(int bit) {
        return (status >> bit & 1) != 0;
    }

    private boolean hasAlarm(int bit) {
        return (alarm >> bit & 1) != 0;
    }
}

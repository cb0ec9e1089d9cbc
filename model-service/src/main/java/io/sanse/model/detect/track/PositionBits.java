package io.sanse.model.detect.track;

import io.sanse.contract.observation.LoadState;
import io.sanse.contract.observation.Position;

/** A position's small fields in one number: speed in bits 0–15, direction 16–31, altitude 32–47, load 48–55, flags 56–58; all ones = absent. */
final class PositionBits {
    private static final int ABSENT = 0xFFFF;
    private static final int NO_LOAD = 0xFF;
    private static final long ACC_ON = 1L << 56;
    private static final long POWER_OFF = 1L << 57;
    private static final long RESENT = 1L << 58;
    private static final double TENTHS = 10.0;
    private static final LoadState[] LOADS = LoadState.values();

    private PositionBits() {}

    static long pack(Position position) {
        long speed =
                position.speedKmh() == null ? ABSENT : Math.min(ABSENT - 1, Math.round(position.speedKmh() * TENTHS));
        long direction = position.directionDeg() == null ? ABSENT : position.directionDeg();
        long altitude = position.altitudeM() == null ? ABSENT : clamp(position.altitudeM()) & 0xFFFFL;
        long load = position.load() == null ? NO_LOAD : position.load().ordinal();
        return speed
                | direction << 16
                | altitude << 32
                | load << 48
                | (position.accOn() ? ACC_ON : 0)
                | (position.mainPowerOff() ? POWER_OFF : 0)
                | (position.resent() ? RESENT : 0);
    }

    /** −1 stands for absent. */
    private static int clamp(int altitude) {
        int within = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, altitude));
        return within == -1 ? 0 : within;
    }

    static int mileage(Position position) {
        return position.mileageKm() == null ? -1 : (int) Math.round(position.mileageKm() * TENTHS);
    }

    static Position unpack(long status, int mileage) {
        int speed = (int) status & 0xFFFF;
        int direction = (int) (status >>> 16) & 0xFFFF;
        int altitude = (int) (status >>> 32) & 0xFFFF;
        return new Position(
                speed == ABSENT ? null : speed / TENTHS,
                direction == ABSENT ? null : (Integer) direction,
                altitude == ABSENT ? null : (Integer) (int) (short) altitude,
                mileage < 0 ? null : mileage / TENTHS,
                load(status),
                (status & ACC_ON) != 0,
                powerCut(status),
                (status & RESENT) != 0);
    }

    /** How full, or null. */
    static LoadState load(long status) {
        int load = (int) (status >>> 48) & 0xFF;
        return load == NO_LOAD ? null : LOADS[load];
    }

    static boolean powerCut(long status) {
        return (status & POWER_OFF) != 0;
    }
}

package io.sanse.contract.observation;

/**
 * A position in 12 bytes: flags(1) load(1) speed(2, 0.1 km/h) direction(2, degrees) altitude(2, m, signed) mileage(4, 0.1 km). {@value #ABSENT} in a
 * 16-bit field and −1 in the mileage stand for null.
 */
final class PositionPacking {
    private static final int ACC_ON = 1;
    private static final int MAIN_POWER_OFF = 2;
    private static final int RESENT = 4;
    private static final int ABSENT = 0xFFFF;
    private static final int ABSENT_ALTITUDE = Short.MIN_VALUE;
    private static final LoadState[] LOADS = LoadState.values();

    private PositionPacking() {}

    static void write(Position position, FrameWriter writer) {
        writer.octet((position.accOn() ? ACC_ON : 0)
                | (position.mainPowerOff() ? MAIN_POWER_OFF : 0)
                | (position.resent() ? RESENT : 0));
        writer.octet(position.load() == null ? LOADS.length : position.load().ordinal());
        writer.int16(position.speedKmh() == null ? ABSENT : tenths(position.speedKmh(), ABSENT - 1));
        writer.int16(position.directionDeg() == null ? ABSENT : position.directionDeg());
        writer.int16(position.altitudeM() == null ? ABSENT_ALTITUDE : position.altitudeM());
        writer.int32(position.mileageKm() == null ? -1 : tenths(position.mileageKm(), Integer.MAX_VALUE));
    }

    private static int tenths(double value, int limit) {
        return (int) Math.min(limit, Math.max(0, Math.round(value * 10)));
    }

    static Position read(FrameReader reader) {
        int flags = reader.octet();
        int load = reader.octet();
        int speed = reader.int16();
        int direction = reader.int16();
        short altitude = (short) reader.int16();
        int mileage = reader.int32();
        return new Position(
                speed == ABSENT ? null : speed / 10.0,
                direction == ABSENT ? null : (Integer) direction,
                altitude == ABSENT_ALTITUDE ? null : (Integer) (int) altitude,
                mileage == -1 ? null : mileage / 10.0,
                load == LOADS.length ? null : LOADS[load],
                (flags & ACC_ON) != 0,
                (flags & MAIN_POWER_OFF) != 0,
                (flags & RESENT) != 0);
    }
}

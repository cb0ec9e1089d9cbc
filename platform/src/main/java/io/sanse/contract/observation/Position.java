package io.sanse.contract.observation;

/**
 * A vehicle's position report (JT/T 808 0x0200). The place is the observation's {@code location}; without a GNSS fix it is null and the report only
 * proves that the terminal is alive.
 *
 * @param speedKmh km/h, or null
 * @param directionDeg degrees clockwise from north, 0–359, or null
 * @param altitudeM metres, or null
 * @param mileageKm odometer in km, or null
 * @param load load by the status bits, or null when the terminal does not say
 * @param accOn ignition
 * @param mainPowerOff main power cut (alarm bit 8): tamper evidence when silence follows
 * @param resent stored by the terminal while out of coverage and sent later (0x0704 type 1)
 */
public record Position(
        Double speedKmh,
        Integer directionDeg,
        Integer altitudeM,
        Double mileageKm,
        LoadState load,
        boolean accOn,
        boolean mainPowerOff,
        boolean resent)
        implements Payload {}

package io.sanse.standalone.city;

import io.sanse.contract.Subject;

/**
 * A truck with its terminal.
 *
 * @param number from 0
 * @param plate invented
 * @param terminalPhone JT/T 808 phone, from a range that no network uses
 * @param authenticationCode what its terminal shows
 * @param provider its positioning provider
 * @param depot where it belongs
 */
public record Truck(
        int number, String plate, String terminalPhone, String authenticationCode, String provider, Place depot) {
    public Subject subject() {
        return Subject.vehicle(plate);
    }

    /** Half of the terminals speak the edition of 2019. */
    public boolean speaksEdition2019() {
        return number % 2 == 1;
    }

    String driverPhone() {
        return "1000000%04d".formatted(number);
    }
}

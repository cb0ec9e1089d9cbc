package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;

/**
 * What of a registry entry a caller may see: passwords and authentication codes are for devices only, telephone numbers in full for those who have to call
 * them.
 */
final class RegistryView {
    private final boolean phones;

    RegistryView(Caller caller) {
        this.phones = caller.has(Role.OPERATOR) || caller.has(Role.ADMIN);
    }

    RegistryEntry of(RegistryEntry entry) {
        return new RegistryEntry(entry.id(), entry.version(), entry.registeredAt(), of(entry.details()));
    }

    private Details of(Details details) {
        if (details instanceof Details.Vehicle vehicle) {
            return vehicle(vehicle);
        }
        if (details instanceof Details.Station station) {
            return station(station);
        }
        if (details instanceof Details.Enterprise firm) {
            return new Details.Enterprise(
                    firm.name(),
                    firm.roles(),
                    firm.competentDepartment(),
                    firm.division(),
                    firm.location(),
                    phone(firm.contactPhone()));
        }
        if (details instanceof Details.Department department) {
            return new Details.Department(
                    department.name(),
                    department.competence(),
                    department.division(),
                    phone(department.dutyPhone()),
                    phone(department.leaderPhone()));
        }
        return details instanceof Details.Officer officer
                ? new Details.Officer(officer.name(), officer.department(), phone(officer.phone()))
                : details;
    }

    private Details.Vehicle vehicle(Details.Vehicle vehicle) {
        return new Details.Vehicle(
                vehicle.plateColour(),
                vehicle.vehicleClass(),
                vehicle.carrier(),
                phone(vehicle.driverPhone()),
                phone(vehicle.terminalPhone()),
                null,
                vehicle.feed());
    }

    private static Details.Station station(Details.Station station) {
        return new Details.Station(
                station.name(),
                null,
                station.feed(),
                station.division(),
                station.location(),
                station.neighbours(),
                station.units(),
                station.crc());
    }

    /** {@code 138****1234}; of a short number only the last two digits stay. */
    private String phone(String number) {
        if (phones || number == null) {
            return number;
        }
        int length = number.length();
        return length >= 11
                ? number.substring(0, length - 8) + "****" + number.substring(length - 4)
                : "*".repeat(Math.max(3, length - 2)) + number.substring(Math.max(0, length - 2));
    }
}

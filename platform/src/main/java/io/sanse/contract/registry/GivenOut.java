package io.sanse.contract.registry;

import io.sanse.contract.PhoneMask;

/** What of an entry leaves the platform: never a password or an authentication code, and telephone numbers masked but for a few. Masked twice is masked once. */
public final class GivenOut {
    private GivenOut() {}

    /** @param phones whether telephone numbers are given out whole; else they are masked */
    public static Details of(Details details, boolean phones) {
        if (details instanceof Details.Enterprise enterprise) {
            return enterprise(enterprise, phones);
        }
        if (details instanceof Details.Vehicle vehicle) {
            return vehicle(vehicle, phones);
        }
        if (details instanceof Details.Station station) {
            return withoutPassword(station);
        }
        if (details instanceof Details.Department department) {
            return new Details.Department(
                    department.name(),
                    department.competence(),
                    department.division(),
                    phone(department.dutyPhone(), phones),
                    phone(department.leaderPhone(), phones));
        }
        if (details instanceof Details.Officer officer) {
            return new Details.Officer(officer.name(), officer.department(), phone(officer.phone(), phones));
        }
        return details;
    }

    private static Details enterprise(Details.Enterprise enterprise, boolean phones) {
        return new Details.Enterprise(
                enterprise.name(),
                enterprise.roles(),
                enterprise.competentDepartment(),
                enterprise.division(),
                enterprise.location(),
                phone(enterprise.contactPhone(), phones),
                enterprise.permit(),
                enterprise.wasteRates());
    }

    private static Details vehicle(Details.Vehicle vehicle, boolean phones) {
        return new Details.Vehicle(
                vehicle.plateColour(),
                vehicle.vehicleClass(),
                vehicle.carrier(),
                phone(vehicle.driverPhone(), phones),
                phone(vehicle.terminalPhone(), phones),
                null,
                vehicle.feed());
    }

    private static Details withoutPassword(Details.Station station) {
        return new Details.Station(
                station.name(),
                null,
                station.feed(),
                station.division(),
                station.location(),
                station.neighbours(),
                station.units(),
                station.crc(),
                station.waterClass(),
                station.site());
    }

    private static String phone(String phone, boolean phones) {
        return phone == null || phones ? phone : PhoneMask.of(phone);
    }
}

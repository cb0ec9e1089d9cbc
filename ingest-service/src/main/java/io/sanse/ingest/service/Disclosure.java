package io.sanse.ingest.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.GivenOut;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.SubjectQuery;
import java.util.Arrays;
import java.util.Optional;

/**
 * What of the registry a caller gets to see. Enterprises, stations, cameras and zones belong to their division; feeds, vehicles, districts and departments to
 * nobody's area; an officer to the department, and to those who see across departments. A person is in no list, and is told for a purpose only. Telephone numbers are for operators and admins,
 * passwords and authentication codes for nobody.
 */
final class Disclosure {
    private Disclosure() {}

    static boolean has(Caller caller, Role... roles) {
        return Arrays.stream(roles).anyMatch(caller::has);
    }

    /** The answer to a question about one subject, or empty when it does not exist for the caller. */
    static Optional<RegistryEntry> of(RegistryEntry entry, SubjectQuery query) {
        boolean opened =
                entry.details() instanceof Details.Person && StatedPurpose.opens(query.caller(), query.stated());
        return opened ? Optional.of(entry) : of(entry, query.caller());
    }

    /** The entry as this caller may see it in a list, or empty when it does not exist for the caller. */
    static Optional<RegistryEntry> of(RegistryEntry entry, Caller caller) {
        if (!exists(entry.details(), caller)) {
            return Optional.empty();
        }
        boolean phones = has(caller, Role.OPERATOR, Role.ADMIN);
        return Optional.of(new RegistryEntry(
                entry.id(), entry.version(), entry.registeredAt(), GivenOut.of(entry.details(), phones)));
    }

    private static boolean exists(Details details, Caller caller) {
        if (details instanceof Details.Enterprise enterprise) {
            return caller.sees(enterprise.division());
        }
        if (details instanceof Details.Station station) {
            return caller.sees(station.division());
        }
        if (details instanceof Details.Camera camera) {
            return caller.sees(camera.division());
        }
        if (details instanceof Details.Zone zone) {
            return caller.sees(zone.division());
        }
        if (details instanceof Details.Round round) {
            return caller.sees(round.division());
        }
        if (details instanceof Details.Route route) {
            return caller.sees(route.division());
        }
        if (details instanceof Details.Person) {
            return false;
        }
        if (details instanceof Details.Officer officer) {
            return has(caller, Role.OPERATOR, Role.AUDITOR, Role.ADMIN)
                    || officer.department().equals(caller.department());
        }
        return true;
    }
}

package io.sanse.notify.domain;

import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.util.List;

/**
 * One way to reach somebody, as the registry knows it.
 *
 * @param recipient as in {@link Recipient#name}
 * @param phone digits, or null when none or an unusable one is registered
 * @param belongsTo the carrier of a vehicle, the department of an officer; or null
 */
public record Contact(String recipient, String phone, String belongsTo) {

    /** The contacts of an entry; empty for the kinds that nobody answers for. */
    public static List<Contact> of(RegistryEntry entry) {
        String key = entry.key();
        Details details = entry.details();
        if (details instanceof Details.Enterprise enterprise) {
            return List.of(contact(key, enterprise.contactPhone(), null));
        }
        if (details instanceof Details.Vehicle vehicle) {
            return List.of(contact(key, vehicle.driverPhone(), named("enterprise", vehicle.carrier())));
        }
        if (details instanceof Details.Department department) {
            return List.of(
                    contact(key, department.dutyPhone(), null), contact(leader(key), department.leaderPhone(), null));
        }
        if (details instanceof Details.Officer officer) {
            return List.of(contact(key, officer.phone(), named("department", officer.department())));
        }
        return List.of();
    }

    /** The recipient that stands for the leader on duty of a department. */
    public static String leader(String department) {
        return department + "/leader";
    }

    private static Contact contact(String recipient, String phone, String belongsTo) {
        return new Contact(recipient, Phone.parse(phone).map(Phone::digits).orElse(null), belongsTo);
    }

    private static String named(String kind, String id) {
        return id == null ? null : kind + ':' + id;
    }

    /** Without the phone. */
    @Override
    public String toString() {
        return recipient;
    }
}

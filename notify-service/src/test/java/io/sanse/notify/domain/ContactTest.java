package io.sanse.notify.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final LocalizedText NAME = new LocalizedText("名", "name");

    @Test
    void aDepartmentIsReachedAtItsDeskAndAtItsLeader() {
        assertEquals(
                List.of(
                        new Contact("department:ecology", "13800000001", null),
                        new Contact("department:ecology/leader", "13800000002", null)),
                contacts(
                        "ecology",
                        new Details.Department(NAME, "ecology", "330784", "138-0000-0001", "138 0000 0002")));
    }

    @Test
    void aVehicleBelongsToItsCarrier() {
        Details vehicle = new Details.Vehicle("蓝", "dump-truck", "C1", "13800000003", null, null, "gps");
        assertEquals(List.of(new Contact("vehicle:浙GA1", "13800000003", "enterprise:C1")), contacts("浙GA1", vehicle));
    }

    @Test
    void anOfficerBelongsToADepartment() {
        Details officer = new Details.Officer(NAME, "ecology", "13800000004");
        assertEquals(
                List.of(new Contact("officer:field", "13800000004", "department:ecology")), contacts("field", officer));
    }

    @Test
    void anUnusablePhoneIsNone() {
        Details firm = new Details.Enterprise(NAME, Set.of("generator"), null, "330784", null, "ask the porter");
        assertEquals(List.of(new Contact("enterprise:E1", null, null)), contacts("E1", firm));
    }

    @Test
    void aFeedAnswersNoPhone() {
        assertEquals(List.of(), contacts("gps", new Details.Feed(NAME, "WGS84")));
    }

    private static List<Contact> contacts(String id, Details details) {
        return Contact.of(new RegistryEntry(id, 1, Instant.EPOCH, details));
    }
}

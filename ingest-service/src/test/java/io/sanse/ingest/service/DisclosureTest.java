package io.sanse.ingest.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.service.SubjectQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTest {
    private static final LocalizedText NAME = new LocalizedText("名", "name");

    private static final RegistryEntry PERSON = entry(new Details.Person(List.of(), Set.of("浙GA1234"), Set.of(), true));

    private static Caller caller(Role role, String department, String area) {
        return new Caller("somebody", Set.of(role), department, List.of(area));
    }

    private static RegistryEntry entry(Details details) {
        return new RegistryEntry("id", 1, Instant.EPOCH, details);
    }

    @ParameterizedTest(name = "area {0}, division {1}: seen {2}")
    @CsvSource({"330784, 330784, true", "330784, 330784101, true", "330784, 330783, false", "'', 330783, true"})
    void whatBelongsToAnAreaExistsOnlyThere(String area, String division, boolean seen) {
        Details.Camera camera = new Details.Camera(NAME, division, new GeoPoint(120, 29), null);
        assertEquals(
                seen,
                Disclosure.of(entry(camera), caller(Role.OPERATOR, "duty-desk", area))
                        .isPresent());
    }

    @ParameterizedTest(name = "{0} sees {1}")
    @CsvSource({
        "OPERATOR, 13800138000",
        "ADMIN, 13800138000",
        "AUDITOR, 138****8000",
        "DEPARTMENT_OFFICER, 138****8000",
        "FIELD_OFFICER, 138****8000"
    })
    void numbersAreForOperatorsAndAdmins(Role role, String phone) {
        Details.Vehicle vehicle =
                new Details.Vehicle("yellow", "van", null, "13800138000", "13800138000", "secret", "gps");
        Details.Vehicle shown = (Details.Vehicle) Disclosure.of(entry(vehicle), caller(role, "d", ""))
                .orElseThrow()
                .details();
        assertEquals(phone, shown.driverPhone());
        assertEquals(phone, shown.terminalPhone());
        assertNull(shown.authenticationCode());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void peopleAreInNoList(Role role) {
        assertTrue(Disclosure.of(PERSON, caller(role, "d", "")).isEmpty());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "OPERATOR, why, true",
        "DEPARTMENT_OFFICER, why, true",
        "OPERATOR, , false",
        "FIELD_OFFICER, why, false",
        "AUDITOR, why, false",
        "ADMIN, why, false",
        "INTEGRATOR, why, false"
    })
    void aPersonIsToldForAPurpose(Role role, String reason, boolean told) {
        StatedPurpose stated = new StatedPurpose(AccessPurpose.CASE_INVESTIGATION, "C-7", reason);
        SubjectQuery query = new SubjectQuery(caller(role, "d", ""), Subject.person("id"), stated);
        assertEquals(told, Disclosure.of(PERSON, query).isPresent());
        SubjectQuery silent = new SubjectQuery(caller(role, "d", ""), Subject.person("id"));
        assertTrue(Disclosure.of(PERSON, silent).isEmpty());
    }

    @Test
    void passwordsAreForNobody() {
        Details.Station station = new Details.Station(
                NAME, "123456", "air", "330784", new GeoPoint(120, 29), List.of(), Map.of(), "HJ212");
        Details.Station shown = (Details.Station) Disclosure.of(entry(station), caller(Role.ADMIN, null, ""))
                .orElseThrow()
                .details();
        assertNull(shown.password());
    }

    @ParameterizedTest(name = "{0} of {1} sees an officer of ecology: {2}")
    @CsvSource({
        "DEPARTMENT_OFFICER, ecology, true",
        "DEPARTMENT_OFFICER, transport, false",
        "FIELD_OFFICER, transport, false",
        "OPERATOR, duty-desk, true",
        "AUDITOR, , true"
    })
    void officersAreSeenByTheirDepartment(Role role, String department, boolean seen) {
        Details.Officer officer = new Details.Officer(NAME, "ecology", "13800138000");
        assertEquals(
                seen,
                Disclosure.of(entry(officer), caller(role, department, "")).isPresent());
    }
}

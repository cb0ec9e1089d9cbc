package io.sanse.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.sanse.contract.Caller;
import io.sanse.contract.GeoPoint;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Role;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryViewTest {
    private static final LocalizedText NAME = new LocalizedText("名", "name");
    private static final String PHONE = "13905791234";

    static Stream<Details> detailsWithSecrets() {
        return Stream.of(
                new Details.Vehicle("yellow", "dump-truck", null, PHONE, PHONE, "secret", "gps"),
                new Details.Station(
                        NAME, "secret", "air", "330784", new GeoPoint(120, 28), List.of(), Map.of(), "HJ212"),
                new Details.Enterprise(NAME, Set.of("carrier"), null, "330784", null, PHONE),
                new Details.Department(NAME, "ecology", "330784", PHONE, PHONE),
                new Details.Officer(NAME, "ecology-yongkang", PHONE));
    }

    @ParameterizedTest
    @MethodSource("detailsWithSecrets")
    void hidesSecretsFromEverybodyAndPhonesFromMost(Details details) {
        for (Role role : Role.values()) {
            String seen = Json.text(view(role, details));
            assertFalse(seen.contains("secret"), role + seen);
            boolean hasPhone = Json.text(details).contains(PHONE);
            boolean mayCall = role == Role.OPERATOR || role == Role.ADMIN;
            assertEquals(hasPhone && mayCall, seen.contains(PHONE), role + seen);
        }
    }

    private static Details view(Role role, Details details) {
        Caller caller = new Caller("a", Set.of(role), null, List.of(""));
        return new RegistryView(caller)
                .of(new RegistryEntry("a", 1, Instant.EPOCH, details))
                .details();
    }

    @ParameterizedTest(name = "{0} is seen as {1}")
    @CsvSource({
        "13905791234, 139****1234",
        "8613905791234, 86139****1234",
        "057987654321, 0579****4321",
        "1234567890, ********90",
        "110, ***10"
    })
    void masksTelephoneNumbers(String number, String seen) {
        Details.Officer officer = (Details.Officer) view(Role.AUDITOR, new Details.Officer(NAME, "a", number));
        assertEquals(seen, officer.phone());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void leavesTheRestAlone(Role role) {
        Details camera = new Details.Camera(NAME, "330784", new GeoPoint(120, 28));
        assertSame(camera, view(role, camera));
        assertNull(((Details.Enterprise) view(role, new Details.Enterprise(NAME, Set.of(), null, "3", null, null)))
                .contactPhone());
    }

    @Test
    void keepsIdVersionAndTime() {
        RegistryEntry entry = new RegistryEntry("a", 7, Instant.EPOCH, new Details.Feed(NAME, "WGS84"));
        assertEquals(entry, new RegistryView(new Caller("a", Set.of(Role.FIELD_OFFICER), null, List.of())).of(entry));
    }
}

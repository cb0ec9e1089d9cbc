package io.sanse.model.release.life;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.vertx.serviceproxy.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private final CanaryRules rules = new CanaryRules(() -> Set.of("330784", "330783"), Duration.ofDays(1));

    private static ModelVersion canary() {
        return new ModelVersion(
                "m",
                2,
                1,
                VersionStage.CANARY,
                "author",
                List.of("330784"),
                NOON,
                "",
                "",
                null,
                null,
                null,
                null,
                List.of());
    }

    private static VersionCommand command(VersionAction action, String... districts) {
        Caller caller = new Caller("one", Set.of(Role.OPERATOR), null, List.of(""));
        return new VersionCommand(caller, UUID.randomUUID(), "m", 2, 1, action, List.of(districts), null);
    }

    private void check(ServiceError refusal, VersionCommand command, Instant now) {
        if (refusal == null) {
            assertDoesNotThrow(() -> rules.check(canary(), command, now));
        } else {
            ServiceException refused = assertThrows(ServiceException.class, () -> rules.check(canary(), command, now));
            assertEquals(refusal, ServiceError.of(refused));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "330784, ",
        "3307, ",
        "33, ",
        "99, REJECTED",
        "330785, REJECTED",
        "330784001, REJECTED",
        "330784 99, REJECTED"
    })
    void districtsAreKnownOnes(String districts, ServiceError refusal) {
        check(refusal, command(VersionAction.CANARY, districts.split(" ")), NOON);
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({"PT0S, CONFLICT", "PT23H59M59S, CONFLICT", "PT24H, ", "PT24H1S, "})
    void aCanaryJudgesForADayAtLeast(Duration age, ServiceError refusal) {
        check(refusal, command(VersionAction.LIVE), NOON.plus(age));
    }
}

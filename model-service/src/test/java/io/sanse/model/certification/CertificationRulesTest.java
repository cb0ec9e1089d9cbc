package io.sanse.model.certification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.Certification.CertificationStep;
import io.sanse.contract.service.CertificationCommand;
import io.vertx.serviceproxy.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificationRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Certification FIRST = CertificationRules.first(
            "m", 3, new CertificationStep(UUID.randomUUID(), "sanse", NOON, NOON.plus(YEAR), true, null));

    private static CertificationCommand command(String user, long revision, Instant until) {
        Caller caller = new Caller(user, Set.of(Role.OPERATOR), null, List.of(""));
        return new CertificationCommand(caller, UUID.randomUUID(), "m", 3, revision, until, "why");
    }

    private static Certification after(Certification before, String user, Instant until, Instant now) {
        return CertificationRules.after(before, command(user, before.revision(), until), now, YEAR);
    }

    @ParameterizedTest(name = "{0} s after now, of at most 31536000: {1}")
    @CsvSource({"-1, REJECTED", "0, REJECTED", "1, asked", "31536000, asked", "31536001, REJECTED"})
    void aDateLiesAheadButNotTooFar(long seconds, String outcome) {
        Instant until = NOON.plusSeconds(seconds);
        if (outcome.equals("asked")) {
            assertEquals(until, after(FIRST, "one", until, NOON).asked().until());
            return;
        }
        ServiceException refused = assertThrows(ServiceException.class, () -> after(FIRST, "one", until, NOON));
        assertEquals(ServiceError.valueOf(outcome), ServiceError.of(refused));
    }

    @ParameterizedTest(name = "{0} s before its date, told 30 days before: {1}")
    @CsvSource({"2592001, ", "2592000, DUE", "1, DUE", "0, OVERDUE", "-1, OVERDUE"})
    void peopleAreToldAMonthBefore(long seconds, Standing standing) {
        Instant now = FIRST.until().minusSeconds(seconds);
        assertEquals(standing, CertificationRules.standing(FIRST, now, Duration.ofDays(30)));
    }

    @Test
    void oneAsksAndAnotherAgrees() {
        Instant later = NOON.plus(Duration.ofDays(300));
        Certification asked = after(FIRST, "one", null, later);
        assertEquals(FIRST.until(), asked.until(), "a question changes nothing");
        Certification again = after(asked, "one", later.plusSeconds(60), later);
        assertEquals(FIRST.until(), again.until(), "one person stays one");
        Certification agreed = after(again, "two", null, later.plusSeconds(1));
        assertEquals(later.plusSeconds(60), agreed.until());
        assertNull(agreed.asked());
        assertEquals(
                List.of("sanse true", "one false", "one false", "two true"),
                agreed.steps().stream()
                        .map(step -> step.user() + " " + step.agreed())
                        .toList());
        assertEquals(4, agreed.revision());
    }

    @Test
    void whoAgreesToAnotherDateIsToldSo() {
        Certification asked = after(FIRST, "one", NOON.plusSeconds(60), NOON);
        ServiceException refused =
                assertThrows(ServiceException.class, () -> after(asked, "two", NOON.plusSeconds(61), NOON));
        assertEquals(ServiceError.CONFLICT, ServiceError.of(refused));
    }

    @ParameterizedTest(name = "a date that was {0} s ahead, {1} s later: {2}")
    @CsvSource({"60, 59, two agreed", "60, 60, two asked", "60, 61, two asked"})
    void aDateThatHasPassedIsAskedAnew(long ahead, long elapsed, String outcome) {
        Certification asked = after(FIRST, "one", NOON.plusSeconds(ahead), NOON);
        Certification then = after(asked, "two", null, NOON.plusSeconds(elapsed));
        assertEquals(outcome, "two " + (then.asked() == null ? "agreed" : "asked"));
    }

    @Test
    void anotherRevisionIsStale() {
        ServiceException refused = assertThrows(
                ServiceException.class, () -> CertificationRules.after(FIRST, command("one", 2, null), NOON, YEAR));
        assertEquals(ServiceError.STALE, ServiceError.of(refused));
    }

    @ParameterizedTest(name = "{0} s after the date: overdue {1}")
    @CsvSource({"-1, false", "0, true", "1, true"})
    void overdueFromTheDateOn(long seconds, boolean overdue) {
        assertEquals(
                overdue,
                CertificationRules.seen(FIRST, FIRST.until().plusSeconds(seconds))
                        .overdue());
    }
}

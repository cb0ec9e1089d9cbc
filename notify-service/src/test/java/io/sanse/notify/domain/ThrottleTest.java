package io.sanse.notify.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.notify.policy.Budget;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.policy.PolicyReader;
import io.sanse.notify.policy.Quiet;
import io.sanse.notify.policy.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleTest {
    private static final Instant DAY = Instant.parse("2026-03-05T04:00:00Z");
    private static final NotificationPolicy BUILT_IN = PolicyReader.read("");
    private final Throttle throttle = new Throttle(policy(), ZoneId.of("Asia/Shanghai"));

    private static NotificationPolicy policy() {
        List<Budget> budgets = List.of(
                new Budget(Set.of(Level.BLUE, Level.YELLOW), 3, 10, Duration.ofHours(1)),
                new Budget(Set.of(Level.RED), 5, 20, Duration.ofHours(1)));
        Quiet quiet = new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0), Set.of(Level.BLUE));
        return new NotificationPolicy(1, "【三色预警】", 201, quiet, budgets, null, BUILT_IN.templates());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "first dispatch, dispatch, yellow, 138, false, false, 0, 0, send",
        "nobody to reach, dispatch, yellow, , false, false, 0, 0, no-contact",
        "told at this level, dispatch, yellow, 138, true, false, 0, 0, already-told",
        "a clock is urged although told, clock-urged, yellow, 138, true, false, 0, 0, send",
        "a clock is breached although told, clock-breached, yellow, 138, true, false, 0, 0, send",
        "driver and carrier share a phone, reminder, blue, 138, false, true, 0, 0, same-phone",
        "one below the phone's budget, dispatch, yellow, 138, false, false, 2, 2, send",
        "at the phone's budget, dispatch, yellow, 138, false, false, 3, 3, recipient-budget",
        "above the phone's budget, dispatch, yellow, 138, false, false, 4, 4, recipient-budget",
        "red has its own, dispatch, red, 138, false, false, 4, 4, send",
        "red at its own, dispatch, red, 138, false, false, 5, 5, recipient-budget",
        "one below the city's budget, dispatch, yellow, 138, false, false, 0, 9, send",
        "at the city's budget, dispatch, yellow, 138, false, false, 0, 10, city-budget",
        "red beyond the others' budget, dispatch, red, 138, false, false, 0, 10, send",
        "red at the city's budget, dispatch, red, 138, false, false, 0, 20, city-budget"
    })
    void decisions(
            String name,
            String template,
            String level,
            String phone,
            boolean announced,
            boolean samePhone,
            int toPhone,
            int inAll,
            String expected) {
        History history = new History(announced, samePhone, toPhone, inAll);
        assertEquals(expected, decide(template, Level.of(level), phone, history, DAY));
    }

    private String decide(String template, Level level, String phone, History history, Instant now) {
        Decision decision =
                throttle.decide(template(template), new Recipient("department:d", phone), level, history, now);
        if (decision instanceof Decision.Suppress suppress) {
            return suppress.reason().text();
        }
        return ((Decision.Send) decision).notBefore().equals(now) ? "send" : "wait";
    }

    @ParameterizedTest(name = "{1} at {0} Shanghai: {2}")
    @CsvSource({
        "21:59:59, blue, send",
        "22:00:00, blue, wait",
        "00:00:00, blue, wait",
        "06:59:59, blue, wait",
        "07:00:00, blue, send",
        "03:00:00, yellow, send",
        "03:00:00, red, send"
    })
    void quietHours(LocalTime local, String level, String expected) {
        Instant now = local.atDate(LocalDate.of(2026, 3, 5))
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
        assertEquals(expected, decide("reminder", Level.of(level), "138", new History(false, false, 0, 0), now));
    }

    @ParameterizedTest(name = "decided at {0}, goes out at {1}")
    @CsvSource({
        "2026-03-05T14:00:00Z, 2026-03-05T23:00:00Z",
        "2026-03-05T22:59:59Z, 2026-03-05T23:00:00Z",
        "2026-03-05T23:00:00Z, 2026-03-05T23:00:00Z",
        "2026-03-05T13:59:59Z, 2026-03-05T13:59:59Z"
    })
    void endOfTheQuiet(Instant now, Instant expected) {
        assertEquals(expected, policy().quiet().earliest(Level.BLUE, now, ZoneId.of("Asia/Shanghai")));
    }

    @ParameterizedTest(name = "quiet from 12 to 14, at {0}: {1}")
    @CsvSource({"11:59, false", "12:00, true", "13:59, true", "14:00, false"})
    void quietWithinADay(LocalTime time, boolean waits) {
        Quiet noon = new Quiet(LocalTime.of(12, 0), LocalTime.of(14, 0), Set.of(Level.BLUE));
        Instant now =
                time.atDate(LocalDate.of(2026, 3, 5)).atZone(ZoneId.of("UTC")).toInstant();
        assertEquals(waits, noon.earliest(Level.BLUE, now, ZoneId.of("UTC")).isAfter(now));
    }

    private static Template template(String id) {
        return BUILT_IN.templates().stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

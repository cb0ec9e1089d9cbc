package io.sanse.notify.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.notify.AlertEvents;
import io.sanse.notify.policy.PolicyReader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private final Router router = new Router(PolicyReader.read(""));

    @ParameterizedTest(name = "{0} {1} of an alert with lead and members")
    @CsvSource(
            value = {
                "raised, , ''",
                "extended, , ''",
                "condition-cleared, , ''",
                "acknowledged, , ''",
                "signed, , ''",
                "arrived, , ''",
                "closed, , ''",
                "dispatched, , dispatch DEPARTMENT police|dispatch DEPARTMENT ecology",
                "level-raised, , level-raised DEPARTMENT police|level-raised DEPARTMENT ecology",
                "notified, , task OFFICERS police",
                "transferred, , transfer DEPARTMENT police",
                "clock-urged, sign, clock-urged DEPARTMENT police",
                "clock-urged, acknowledge, acknowledge-urged VEHICLE 浙GA1234",
                "clock-breached, arrive, clock-breached LEADER police",
                "clock-breached, acknowledge, ''",
                "urged, , urged DEPARTMENT police",
                "supervised, , supervised DEPARTMENT police|supervised LEADER police",
                "returned, , returned DEPARTMENT police",
                "reopened, , reopened DEPARTMENT police",
            })
    void whoIsTold(String type, String clock, String expected) {
        AlertEvents alert =
                AlertEvents.dispatchedTo("police", "ecology", "police").with(Level.RED);
        ClockName name = clock == null ? null : ClockName.of(clock);
        assertEquals(expected, routed(alert, AlertEventType.of(type), name));
    }

    @ParameterizedTest(name = "a reminder on {0}")
    @CsvSource({
        "vehicle:浙GA1, reminder VEHICLE 浙GA1",
        "enterprise:E1, reminder ENTERPRISE E1",
        "manifest:M1, reminder ENTERPRISE mentioned",
        "station:S1, reminder ENTERPRISE mentioned"
    })
    void remindersGoToTheSubjectOrToWhomItConcerns(String subject, String expected) {
        AlertEvents alert = AlertEvents.reminding(Subject.parse(subject));
        assertEquals(expected, routed(alert, AlertEventType.REMINDED, null));
    }

    @Test
    void everybodyToldIsStoodDown() {
        AlertEvents alert = AlertEvents.dispatchedTo("police");
        assertEquals("stand-down TOLD " + alert.id(), routed(alert, AlertEventType.RETRACTED, null));
    }

    @Test
    void aMembersOwnClockIsItsOwnBusiness() {
        AlertEvents alert = AlertEvents.dispatchedTo("police", "ecology");
        assertEquals("clock-urged DEPARTMENT ecology", routed(alert.urged("ecology")));
    }

    @Test
    void withoutRoutingNoDepartmentIsTold() {
        AlertEvents alert = AlertEvents.reminding(Subject.vehicle("浙GA1"));
        assertEquals("", routed(alert, AlertEventType.LEVEL_RAISED, null));
    }

    private String routed(AlertEvents alert, AlertEventType type, ClockName clock) {
        return routed(alert.event(2, type, clock, null));
    }

    private String routed(AlertEvent event) {
        return router.targets(event).stream()
                .map(target -> target.template().id() + " " + target.reach() + " " + target.id())
                .collect(Collectors.joining("|"));
    }
}

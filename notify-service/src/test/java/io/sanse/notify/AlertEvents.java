package io.sanse.notify;

import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertClock;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.alert.Routing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One alert and the events of its life, as tests need them; each {@code with…} gives another alert of the same id. */
public record AlertEvents(UUID id, Subject subject, Level level, String text, Routing routing) {
    public static final Instant NIGHT = Instant.parse("2026-03-05T14:00:00Z");

    private static final LocalizedText REASON = new LocalizedText("产废单位明确", "the source is known");

    /** A yellow alert on a truck, dispatched to a department. */
    public static AlertEvents dispatchedTo(String department, String... members) {
        Routing routing = new Routing(department, List.of(members), "r1", 1, REASON);
        return new AlertEvents(
                UUID.randomUUID(), Subject.vehicle("浙GA1234"), Level.YELLOW, "车辆浙GA1234夜间在废弃矿坑停留25分钟", routing);
    }

    /** A blue alert on somebody, which no department has got. */
    public static AlertEvents reminding(Subject subject) {
        return new AlertEvents(UUID.randomUUID(), subject, Level.BLUE, "危险废物贮存超期", null);
    }

    public AlertEvents with(Level other) {
        return new AlertEvents(id, subject, other, text, routing);
    }

    public AlertEvents withText(String other) {
        return new AlertEvents(id, subject, level, other, routing);
    }

    public AlertEvent event(long number, AlertEventType type) {
        return event(number, type, null, null);
    }

    public AlertEvent event(long number, AlertEventType type, ClockName clock, String reason) {
        return event(number, type, new Said(clock, reason, CommandDetails.NONE));
    }

    /** The clock to sign of one department of a joint task runs out. */
    public AlertEvent urged(String department) {
        CommandDetails bound = new CommandDetails(null, null, null, null, department, null, List.of(), null);
        return event(3, AlertEventType.CLOCK_URGED, new Said(ClockName.SIGN, null, bound));
    }

    private record Said(ClockName clock, String reason, CommandDetails details) {}

    private AlertEvent event(long number, AlertEventType type, Said said) {
        return new AlertEvent(
                id,
                number,
                "cursor",
                type,
                NIGHT,
                null,
                "system",
                "city",
                said.reason(),
                said.clock(),
                said.details(),
                new LocalizedText("步骤", "step"),
                "0".repeat(64),
                "1".repeat(64),
                NIGHT.minusSeconds(60),
                NIGHT.minusSeconds(2),
                alert(number));
    }

    private Alert alert(long version) {
        List<AlertClock> clocks = List.of(
                new AlertClock(ClockName.SIGN, NIGHT, NIGHT.plusSeconds(60), null, null),
                new AlertClock(ClockName.ACKNOWLEDGE, NIGHT, NIGHT.plusSeconds(86_400), null, null));
        return new Alert(
                id,
                version,
                "vehicle-suspicious-stop",
                subject,
                List.of(Subject.enterprise("mentioned")),
                NIGHT,
                level,
                80,
                AlertState.DISPATCHED,
                Condition.ACTIVE,
                null,
                "330784",
                null,
                new LocalizedText(text, "a truck stopped at an abandoned pit"),
                routing,
                1,
                NIGHT,
                NIGHT,
                NIGHT,
                null,
                clocks);
    }
}

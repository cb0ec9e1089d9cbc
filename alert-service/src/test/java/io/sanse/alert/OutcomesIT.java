package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.sanse.alert.fixture.Desk;
import io.sanse.alert.fixture.PostgresServer;
import io.sanse.contract.Caller;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.OutcomeList.ModelOutcome;
import io.sanse.contract.service.OutcomeQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.Given.class)
class OutcomesIT {
    private static final String STOP = "vehicle-suspicious-stop";
    private FiveAlerts city;

    @BeforeEach
    void open(PostgresServer server) {
        city = new FiveAlerts(server);
    }

    @AfterEach
    void close() {
        city.desk().close();
    }

    private ModelOutcome of(Caller caller, String model, Instant from, Instant until) {
        OutcomeList list = result(city.endpoint().outcomes(new OutcomeQuery(caller, from, until)));
        return list.items().stream()
                .filter(outcome -> outcome.model().equals(model))
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatBecameOfTheAlertsOfAModel() {
        assertEquals(new ModelOutcome(STOP, 3, 0, 0, 0, 0, 0, 0, null), of(Desk.AUDITOR, STOP, null, null));
        UUID first = city.ids().get(0);
        for (CommandType type : List.of(CommandType.SIGN, CommandType.NOTIFY, CommandType.ARRIVE, CommandType.VERIFY)) {
            city.desk().order(Desk.SQUAD, first, type);
        }
        city.desk().clock.advance(Duration.ofDays(8));
        ModelOutcome after = of(Desk.AUDITOR, STOP, null, null);
        assertEquals(1, after.confirmed());
        assertEquals(1.0, after.precision().share());
        assertEquals(2, after.ignored());
        assertEquals(1, of(Desk.SQUAD, STOP, null, null).raised());
    }

    @Test
    void onlyThoseRaisedInTime() {
        Instant second = Instant.parse("2026-03-05T13:00:02Z");
        assertEquals(2, of(Desk.AUDITOR, STOP, second, null).raised());
        assertEquals(1, of(Desk.AUDITOR, STOP, null, second).raised());
        assertNull(of(Desk.AUDITOR, STOP, second, second));
    }
}

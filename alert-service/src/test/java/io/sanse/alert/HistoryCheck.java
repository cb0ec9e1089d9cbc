package io.sanse.alert;

import static io.sanse.testing.Eventually.result;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.fixture.Desk;
import io.sanse.alert.ledger.Ledger;
import io.sanse.alert.ledger.SealedStep;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What must hold whatever has happened. */
final class HistoryCheck {
    private final Desk desk;

    HistoryCheck(Desk desk) {
        this.desk = desk;
    }

    /** Chain, fold and clocks of one alert. */
    void alert(UUID id) {
        List<SealedStep> chain = result(desk.log.chain(desk.database.pool(), id));
        assertEquals(Optional.empty(), Ledger.verify(id, chain));
        AlertCase fold = AlertCase.unborn(id);
        Set<String> fired = new HashSet<>();
        for (SealedStep sealedStep : chain) {
            Step step = Ledger.open(sealedStep);
            fold = fold.after(step);
            if (step.type() == AlertEventType.CLOCK_URGED || step.type() == AlertEventType.CLOCK_BREACHED) {
                Clock clock = step.effect().clocks().get(0);
                assertTrue(fired.add(step.type() + " " + clock.id()), "a clock fired twice");
            }
        }
        assertEquals(desk.alert(id), fold, "the row is the fold of the log");
        clocks(fold);
    }

    private void clocks(AlertCase alert) {
        List<Row> rows = new ArrayList<>();
        result(desk.database
                        .pool()
                        .query("SELECT next_at, stopped_at FROM alert_clock WHERE alert_id = '" + alert.id()
                                + "' ORDER BY clock")
                        .execute())
                .forEach(rows::add);
        assertEquals(alert.clocks().size(), rows.size());
        for (Clock clock : alert.clocks()) {
            OffsetDateTime next = rows.get(clock.id()).getOffsetDateTime("next_at");
            assertEquals(clock.nextAt(), next == null ? null : next.toInstant());
            assertEquals(clock.running(), rows.get(clock.id()).getOffsetDateTime("stopped_at") == null);
        }
        if (alert.closed()) {
            assertTrue(alert.clocks().stream().noneMatch(Clock::running), "a closed alert has a running clock");
        }
    }

    /** @param end the last word on the episode */
    void episode(Detection end) {
        List<AlertCase> standing = desk.ids().stream()
                .map(desk::alert)
                .filter(alert -> alert.facts().detection().equals(end.id()))
                .filter(alert -> alert.condition() != Condition.RETRACTED)
                .toList();
        if (end.change() == Change.RETRACTED) {
            assertEquals(List.of(), standing);
            return;
        }
        assertEquals(1, standing.size(), "one alert stands for an episode");
        Condition condition = end.change() == Change.CLEARED ? Condition.CLEARED : Condition.ACTIVE;
        assertEquals(condition, standing.get(0).condition());
        assertEquals(end.revision(), standing.get(0).facts().revision());
    }
}

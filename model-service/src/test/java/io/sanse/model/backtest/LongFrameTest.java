package io.sanse.model.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.model.cases.CaseArrivals;
import io.sanse.model.cases.CaseTable;
import io.sanse.model.library.Library;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** All that is played lies in one frame: who asks for an early end asks within it. */
class LongFrameTest {
    private static final int MANIFESTS = 300;
    private static final String MODEL = "manifest-weight-gap";
    private static final String CASE = """
            day: 2026-03-05
            subject: manifest:M1
            cases:
              - name: seven tonnes are missing
                events: ["20:00 filed M1 sent 12", "21:30 received M1 received 5"]
                expect: []
            """;

    private final List<Arrival> arrivals =
            CaseArrivals.of(CaseTable.read("long-frame", CASE).get(0));
    private final Instant end = arrivals.get(arrivals.size() - 1).at();

    private static Observation on(Subject subject, Observation one) {
        return subject.type() == one.subject().type()
                ? new Observation(
                        ObservationId.of(Kind.of(one.payload()), subject.id(), one.observedAt(), ""),
                        one.source(),
                        subject,
                        one.mentions(),
                        one.observedAt(),
                        one.receivedAt(),
                        one.location(),
                        one.payload())
                : one;
    }

    private Arrival frame() {
        List<Observation> all = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            for (Observation one : arrival.observations()) {
                boolean told = one.subject().type() == SubjectType.MANIFEST;
                for (int i = 0; i < (told ? MANIFESTS : 1); i++) {
                    all.add(on(Subject.manifest("M" + i), one));
                }
            }
        }
        return new Arrival(end, all);
    }

    private int found(BooleanSupplier enough, boolean goesOn) {
        Contender contender =
                new Contender(Library.load(), new Period(end.minus(Duration.ofDays(1)), end.plus(Duration.ofDays(1))));
        Backtest backtest = new Backtest(new RegistryCourse(List.of()), List.of(contender), enough);
        backtest.begin();
        assertEquals(goesOn, backtest.arrived(frame(), 1));
        return contender.findings(MODEL).size();
    }

    @Test
    void toItsEnd() {
        assertEquals(MANIFESTS, found(() -> false, true));
    }

    @Test
    void anEarlyEndReachesIntoIt() {
        AtomicInteger asked = new AtomicInteger();
        int found = found(() -> asked.incrementAndGet() > 10, false);
        assertTrue(found <= 10, () -> found + " were still found");
        assertFalse(asked.get() <= 10);
    }
}

package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.ingest.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedProgressTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final FeedProgress progress = new FeedProgress();

    private List<Instant> taken() {
        return progress.takeAdvanced().stream().map(Observation::observedAt).toList();
    }

    @Test
    void anIdleFeedSaysNothing() {
        assertTrue(progress.takeAdvanced().isEmpty());
        progress.acknowledged(List.of(Observations.position("浙G1", NOON)));
        assertEquals(List.of(NOON), taken());
        assertEquals(List.of(), taken());
    }

    @Test
    void lateDataDoNotAdvanceAFeed() {
        progress.acknowledged(List.of(Observations.position("浙G1", NOON)));
        taken();
        progress.acknowledged(
                List.of(Observations.position("浙G2", NOON), Observations.position("浙G3", NOON.minusSeconds(60))));
        assertEquals(List.of(), taken());
        progress.acknowledged(List.of(Observations.position("浙G1", NOON.plusMillis(1))));
        assertEquals(List.of(NOON.plusMillis(1)), taken());
    }

    @Test
    void feedsAdvanceApart() {
        progress.acknowledged(
                List.of(Observations.position("浙G1", NOON), Observations.reading("st-1", NOON.plusSeconds(5))));
        List<Observation> advanced = progress.takeAdvanced();
        assertEquals(2, advanced.size());
        advanced.forEach(one -> assertEquals(Kind.PROGRESS, one.kind()));
        assertTrue(advanced.stream().map(Observation::subject).toList().contains(Subject.feed("air-net")));
    }

    @Test
    void aClockThatRunsAheadDoesNotTakeItsFeedIntoTheFuture() {
        Observation real = Observations.position("浙G1", NOON);
        Observation ahead = new Observation(
                real.id(),
                real.source(),
                real.subject(),
                List.of(),
                NOON.plus(Duration.ofMinutes(4)),
                NOON,
                real.location(),
                real.payload());
        progress.acknowledged(List.of(ahead));
        assertEquals(List.of(NOON), taken());
    }

    @Test
    void whatCouldNotBeToldIsToldLaterUnlessTheFeedHasGoneOn() {
        progress.acknowledged(List.of(Observations.position("浙G1", NOON)));
        List<Observation> untold = progress.takeAdvanced();
        progress.giveBack(untold);
        assertEquals(List.of(NOON), taken());
        progress.acknowledged(List.of(Observations.position("浙G1", NOON.plusSeconds(1))));
        progress.giveBack(untold);
        assertEquals(List.of(NOON.plusSeconds(1)), taken());
    }
}

package io.sanse.model.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationId;
import io.sanse.contract.observation.Progress;
import io.sanse.contract.observation.Source;
import io.sanse.model.cases.ByteMemory;
import io.sanse.model.detect.time.Clocks;
import io.sanse.model.detect.time.Hand;
import io.sanse.model.detect.time.OutageRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedClocksTest {
    private static final OutageRule RULE = new OutageRule(300_000, 60_000);
    private static final Instant NIGHT = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant REPLAYED = Instant.parse("2026-03-06T02:00:00Z");

    private final ByteMemory memory = new ByteMemory();

    private static Observation word(String feed, Instant at, Instant receivedAt) {
        return new Observation(
                ObservationId.of(Kind.PROGRESS, feed, at, ""),
                new Source(feed, "test", feed),
                Subject.feed(feed),
                List.of(),
                at,
                receivedAt,
                null,
                new Progress(at));
    }

    private static void tell(FeedClocks clocks, String feed, Instant at, Instant receivedAt) {
        clocks.heard(receivedAt);
        clocks.tell(word(feed, at, receivedAt));
    }

    @Test
    void aRestartTakesTheClocksUpWhereTheyWereAndLetsNoDeadlinePass() {
        FeedClocks before = new FeedClocks(RULE, memory);
        tell(before, "gps", NIGHT, REPLAYED);
        Clocks after = new FeedClocks(RULE, memory).now();
        assertEquals(NIGHT.toEpochMilli(), after.show("gps", Hand.RUNNING));
    }

    @Test
    void aNightThatIsPlayedAgainAfterALongPauseIsNotAheadOfItself() {
        FeedClocks before = new FeedClocks(RULE, memory);
        tell(before, Progress.INTAKE, REPLAYED, REPLAYED);
        tell(before, "gps", NIGHT, REPLAYED);
        Instant later = REPLAYED.plusSeconds(7_200);
        FeedClocks after = new FeedClocks(RULE, memory);
        tell(after, Progress.INTAKE, later, later);
        assertEquals(NIGHT.toEpochMilli(), after.now().show("gps", Hand.RUNNING));
        tell(after, "gps", NIGHT.minusSeconds(3_600), later);
        tell(after, "gps", NIGHT.plusSeconds(60), later.plusSeconds(1));
        assertEquals(NIGHT.plusSeconds(60).toEpochMilli(), after.now().show("gps", Hand.RUNNING));
    }

    @Test
    void aFeedThatNobodyHasHeardOfShowsNothing() {
        assertEquals(Clocks.NEVER, new FeedClocks(RULE, memory).now().show("gps", Hand.RUNNING));
    }
}

package io.sanse.ingest.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.Progress;
import io.sanse.ingest.Observations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedProgressTest {
    private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

    private final FeedProgress progress = new FeedProgress();

    /** A truck's report of {@code observed} s, received at {@code received} s after noon. */
    private void report(long observed, long received) {
        Observation real = Observations.position("浙G1", NOON);
        progress.acknowledged(List.of(new Observation(
                real.id(),
                real.source(),
                real.subject(),
                List.of(),
                NOON.plusSeconds(observed),
                NOON.plusSeconds(received),
                real.location(),
                real.payload())));
    }

    /** Begin and end of each stretch, s after noon. */
    private List<String> taken() {
        return progress.take().stream().map(FeedProgressTest::text).toList();
    }

    private static String text(Observation word) {
        return since(((Progress) word.payload()).since()) + ".." + since(word.observedAt());
    }

    private static long since(Instant at) {
        return Duration.between(NOON, at).toSeconds();
    }

    @Test
    void anIdleFeedSaysNothing() {
        assertEquals(List.of(), taken());
        report(0, 0);
        assertEquals(List.of("0..0"), taken());
        assertEquals(List.of(), taken());
    }

    @Test
    void whatHasBeenToldIsNotToldAgain() {
        report(0, 0);
        report(30, 30);
        taken();
        report(30, 31);
        report(10, 31);
        assertEquals(List.of(), taken());
        report(31, 31);
        assertEquals(List.of("31..31"), taken());
    }

    @Test
    void reportsWithoutAHoleAreOneStretchInWhateverOrderTheyCome() {
        report(100, 200);
        report(40, 200);
        report(160, 200);
        assertEquals(List.of("40..160"), taken());
    }

    @Test
    void aMinuteIsNoHoleAndASecondMoreIsOne() {
        report(0, 0);
        report(60, 60);
        report(121, 121);
        assertEquals(List.of("0..60", "121..121"), taken());
    }

    @Test
    void aFastReplayIsDueBeforeTheSecondIsOver() {
        report(0, 1_000);
        report(59, 1_000);
        assertFalse(progress.isDue());
        report(60, 1_000);
        assertTrue(progress.isDue());
        taken();
        assertFalse(progress.isDue());
    }

    @Test
    void whatWasStoredForFiveMinutesCountsAndASecondLongerDoesNot() {
        report(1_000, 1_000);
        taken();
        report(700, 1_000);
        assertEquals(List.of("700..700"), taken());
        report(699, 1_000);
        assertEquals(List.of(), taken());
    }

    @Test
    void aFeedThatHasBecomeSlowerCountsAgainAfterTenMinutes() {
        report(0, 0);
        taken();
        report(200, 600);
        assertEquals(List.of(), taken());
        report(201, 601);
        assertEquals(List.of("201..201"), taken());
        report(210, 610);
        assertEquals(List.of("210..210"), taken());
    }

    @Test
    void feedsAdvanceApart() {
        progress.acknowledged(
                List.of(Observations.position("浙G1", NOON), Observations.reading("st-1", NOON.plusSeconds(5))));
        List<Observation> words = progress.take();
        assertEquals(2, words.size());
        words.forEach(one -> assertEquals(Kind.PROGRESS, one.kind()));
        assertTrue(words.stream().map(Observation::subject).toList().contains(Subject.feed("air-net")));
    }

    @Test
    void aClockThatRunsAheadDoesNotTakeItsFeedIntoTheFuture() {
        report(240, 0);
        assertEquals(List.of("0..0"), taken());
    }

    @Test
    void ingestItselfIsHeardOfEveryFiveSeconds() {
        for (int second = 0; second <= 9; second++) {
            progress.listening(NOON.plusSeconds(second));
        }
        List<Observation> words = progress.take();
        assertEquals(List.of("0..5"), words.stream().map(FeedProgressTest::text).toList());
        assertEquals(Subject.feed(Progress.INTAKE), words.get(0).subject());
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        report(0, 0);
        List<Observation> untold = progress.take();
        report(1, 1);
        progress.giveBack(untold);
        assertEquals(List.of("0..0", "1..1"), taken());
    }
}

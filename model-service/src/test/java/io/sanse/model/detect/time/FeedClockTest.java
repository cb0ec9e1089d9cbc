package io.sanse.model.detect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** All times in seconds, as ms. */
class FeedClockTest {
    private static final long LONGEST = s(300);

    private static long s(long seconds) {
        return seconds * 1_000;
    }

    private static Stretch stretch(long since, long until, long receivedAt) {
        return new Stretch(s(since), s(until), s(receivedAt));
    }

    private static FeedClock told(Stretch... stretches) {
        FeedClock clock = FeedClock.first(stretches[0]);
        for (Stretch stretch : stretches) {
            clock = clock.with(stretch, LONGEST, null);
        }
        return clock;
    }

    /** Told at the time itself. */
    private static FeedClock live(long... seconds) {
        return told(Arrays.stream(seconds)
                .mapToObj(second -> stretch(second, second, second))
                .toArray(Stretch[]::new));
    }

    @Test
    void aLiveFeedsRunningHandIsThePlatformsClock() {
        assertEquals(s(500), live(0, 10, 20).running(s(500), null));
        assertEquals(s(20), live(0, 10, 20).progress());
    }

    @Test
    void aReplayedFeedCarriesItsOwnTime() {
        FeedClock clock = told(stretch(0, 0, 100_000), stretch(50, 200, 100_001));
        assertEquals(s(200), clock.running(s(100_001), null));
        assertEquals(s(205), clock.running(s(100_006), null));
    }

    @Test
    void aFeedThatFallsBehindItselfKeepsItsRunningHand() {
        FeedClock clock = told(stretch(0, 100, 100), stretch(100, 150, 900));
        assertEquals(s(900), clock.running(s(900), null));
        assertEquals(s(150), clock.progress());
    }

    @Test
    void whatIsKnownAlreadyChangesNothing() {
        FeedClock clock = told(stretch(0, 10, 10), stretch(400, 900, 900));
        assertSame(clock, clock.with(stretch(400, 900, 901), LONGEST, null));
        assertSame(clock, clock.with(stretch(5, 10, 950), LONGEST, null));
    }

    @Test
    void fiveMinutesWithoutAWordAreNoOutageAndASecondMoreIsOne() {
        assertEquals(s(300), live(0, 300).upTime(s(0), s(300)));
        assertEquals(s(0), live(0, 301).upTime(s(0), s(301)));
    }

    @Test
    void aStretchIsTimeInWhichTheFeedWasUpHoweverFastItIsTold() {
        assertEquals(
                s(3_000),
                told(stretch(0, 0, 100_000), stretch(20, 3_000, 100_001)).upTime(s(0), s(3_000)));
    }

    @Test
    void anOutageIsFilledByWhatIsToldLater() {
        FeedClock down = live(0, 1_000);
        assertEquals(List.of(new Outage(s(0), s(1_000))), down.outages());
        FeedClock half = down.with(stretch(100, 500, 1_100), LONGEST, null);
        assertEquals(List.of(new Outage(s(500), s(1_000))), half.outages());
        assertEquals(
                List.of(), half.with(stretch(700, 700, 1_101), LONGEST, null).outages());
    }

    @Test
    void theOrderOfStretchesDoesNotMatter() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Stretch> stretches = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                long since = random.nextInt(6_000);
                stretches.add(stretch(since, since + random.nextInt(200), 10_000));
            }
            FeedClock one = told(stretches.toArray(Stretch[]::new));
            Collections.shuffle(stretches, random);
            FeedClock other = told(stretches.toArray(Stretch[]::new));
            assertEquals(one.outages(), other.outages(), "seed " + seed);
            assertEquals(one.progress(), other.progress());
            assertEquals(one.running(s(10_100), null), other.running(s(10_100), null));
        }
    }

    @Test
    void theRunningHandStandsStillWhileNobodyListens() {
        FeedClock intake = told(stretch(0, 100, 100), stretch(1_000, 1_200, 1_200));
        FeedClock clock = FeedClock.first(stretch(0, 90, 90));
        assertEquals(s(100), clock.running(s(100), intake));
        assertEquals(s(100), clock.running(s(1_000), intake));
        assertEquals(s(150), clock.running(s(1_050), intake));
    }

    @Test
    void timeThatTheFeedHasNotReportedDoesNotCount() {
        assertEquals(s(20), live(0, 10, 20).upTime(s(0), s(5_000)));
    }

    @Test
    void upTimeIsCountedForwardOverOutages() {
        FeedClock clock = live(0, 100, 1_000, 1_100);
        assertEquals(s(60), clock.after(s(0), s(60)));
        assertEquals(s(1_050), clock.after(s(0), s(150)));
        assertEquals(s(1_070), clock.after(s(500), s(70)));
    }

    @Test
    void onlyTheLastOutagesAreKept() {
        FeedClock clock = live(0);
        for (long outage = 1; outage <= 200; outage++) {
            clock = clock.with(stretch(1_000 * outage, 1_000 * outage, 1_000 * outage), LONGEST, null);
        }
        assertEquals(FeedClock.MAX_OUTAGES, clock.outages().size());
        assertEquals(s(200_000), clock.outages().get(127).until());
    }
}

package io.sanse.model.detect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** All times in seconds, as ms. */
class FeedClockTest {
    private static final OutageRule RULE = new OutageRule(s(300), s(3));

    private static long s(long seconds) {
        return seconds * 1_000;
    }

    private static FeedClock live(long... seconds) {
        FeedClock clock = FeedClock.first(s(seconds[0]), s(seconds[0]));
        for (long second : seconds) {
            clock = clock.advance(s(second), s(second), RULE);
        }
        return clock;
    }

    @Test
    void aLiveFeedsRunningHandIsThePlatformsClock() {
        assertEquals(s(500), live(0, 10, 20).running(s(500)));
        assertEquals(s(20), live(0, 10, 20).progress());
    }

    @Test
    void aReplayedFeedCarriesItsOwnTime() {
        FeedClock clock = FeedClock.first(s(0), s(100_000)).advance(s(200), s(100_001), RULE);
        assertEquals(s(200), clock.running(s(100_001)));
        assertEquals(s(205), clock.running(s(100_006)));
    }

    @Test
    void anOldOrRepeatedWordChangesNothing() {
        FeedClock clock = live(0, 10);
        assertSame(clock, clock.advance(s(10), s(11), RULE));
        assertSame(clock, clock.advance(s(5), s(12), RULE));
    }

    @Test
    void aDevicesClockThatRunsAheadDoesNotMakeItLaterThanItIs() {
        assertEquals(s(50), FeedClock.first(s(90), s(50)).running(s(50)));
    }

    @Test
    void fiveMinutesWithoutAWordAreNoOutageAndASecondMoreIsOne() {
        assertEquals(s(300), live(0, 300).upTime(s(0), s(300)));
        assertEquals(s(0), live(0, 301).upTime(s(0), s(301)));
    }

    @Test
    void aReplaysPaceIsNoOutage() {
        FeedClock clock = FeedClock.first(s(0), s(100_000)).advance(s(400), s(100_001), RULE);
        assertEquals(s(400), clock.upTime(s(0), s(400)));
    }

    @Test
    void anOutageInAReplayIsOneAndSoIsWhatFollowsOnTheReturn() {
        FeedClock clock = FeedClock.first(s(0), s(100_000))
                .advance(s(200), s(100_001), RULE)
                .advance(s(1_000), s(100_013), RULE)
                .advance(s(2_900), s(100_014), RULE)
                .advance(s(3_100), s(100_015), RULE);
        assertEquals(s(400), clock.upTime(s(0), s(3_100)));
    }

    @Test
    void aFeedThatTellsWhatItHadStoredIsNotUpYet() {
        FeedClock clock = live(0, 10)
                .advance(s(50), s(2_400), RULE)
                .advance(s(90), s(2_401), RULE)
                .advance(s(2_390), s(2_402), RULE)
                .advance(s(2_403), s(2_403), RULE);
        assertEquals(s(10 + 13), clock.upTime(s(0), s(2_403)));
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
        FeedClock clock = FeedClock.first(0, 0);
        for (long outage = 1; outage <= 200; outage++) {
            clock = clock.advance(s(1_000 * outage), s(1_000 * outage), RULE);
        }
        assertEquals(FeedClock.MAX_OUTAGES, clock.outages().size());
    }
}

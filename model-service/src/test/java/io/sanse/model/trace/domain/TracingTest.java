package io.sanse.model.trace.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who was or could have been at a pit: by cases, and for random drives against the truth and against trying every point. */
class TracingTest {
    private static final double RADIUS = 200;
    private static final double SPEED = 100;
    private static final double ERROR = 30;
    private static final int SECONDS = 5 * 3_600;
    private static final Place PLACE = Place.circle(Drive.PIT, RADIUS);

    private static Tracing tracing(TraceWindow window) {
        return new Tracing(PLACE, window, SPEED, ERROR);
    }

    private static List<Occasion> occasions(Drive.Kept kept, TraceWindow window) {
        return tracing(window).occasions(kept.near(PLACE.box()), kept.gaps());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // 100 km/h = 1 667 m a minute; the place begins 1 770 m from the end of a line 2 000 m away (error and
                // circle counted)
                "seen in the middle                           | 0    | 0    | 60  | 5000 | inside",
                "seen at the edge                             | 229  | 0    | 60  | 5000 | inside",
                "seen just outside, no time to come in        | 240  | 0    | 0   | 240  | none",
                "there and back in exactly enough time        | 2000 | 0    | 128 | 2000 | reachable",
                "there and back in too little time            | 2000 | 0    | 124 | 2000 | none",
                "on the way, in time                          | 3000 | 0    | 240 | -3000 | reachable",
                "passed on the other side, no time for it     | 3000 | 3000 | 220 | -3000 | none",
                "a jump: wherever one of both alone allows    | 3000 | 0    | 120 | 50000 | reachable",
                "a jump far away from both                    | 9000 | 0    | 120 | 50000 | none",
            })
    void betweenTwoSights(String name, double east, double north, int seconds, double eastAfter, String expected) {
        Drive.Kept kept = new Drive.Kept();
        kept.take(List.of(
                Drive.sight(Drive.START, east, north), Drive.sight(Drive.START + seconds * 1_000L, eastAfter, north)));
        // the open ends, before the first and behind the last sight, lie outside of the window
        TraceWindow window = new TraceWindow(Drive.START, Drive.START + seconds * 1_000L + 1);
        List<Occasion> found = tracing(window).occasions(kept.near(PLACE.box()), List.of());
        String actual = found.isEmpty() ? "none" : found.get(0).seenInside() ? "inside" : "reachable";
        assertEquals(expected, actual, found::toString);
    }

    @RepeatedTest(60)
    void whoWasThereIsFoundWhateverIsLostAndInWhateverOrderItComes(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 20; i++) {
            Drive drive = Drive.random(random, SECONDS);
            Drive.Kept kept = kept(random, drive);
            TraceWindow window = window(random);
            if (drive.wasThere(window, RADIUS) && !kept.sights().isEmpty()) {
                List<Occasion> found = occasions(kept, window);
                assertFalse(found.isEmpty(), () -> "was there, but is not found in " + window);
            }
        }
    }

    @RepeatedTest(60)
    void saysTheSameAsTryingEveryPoint(RepetitionInfo repetition) {
        Random random = new Random(1_000 + repetition.getCurrentRepetition());
        for (int i = 0; i < 5; i++) {
            Drive drive = Drive.random(random, SECONDS);
            Drive.Kept kept = kept(random, drive);
            TraceWindow window = window(random);
            boolean found = !occasions(kept, window).isEmpty();
            if (NaiveReach.possible(kept.sights(), window, new NaiveReach.Limits(RADIUS, SPEED, ERROR))) {
                assertTrue(found, () -> "possible, but not found in " + window);
            } else if (found) {
                // the circle is a polygon around it, and the tried points lie 10 m apart
                assertTrue(
                        NaiveReach.possible(
                                kept.sights(), window, new NaiveReach.Limits(RADIUS + 2, SPEED, ERROR + 20)),
                        () -> "not possible, but found in " + window);
            }
        }
    }

    private static Drive.Kept kept(Random random, Drive drive) {
        List<Sight> seen = new ArrayList<>(drive.seen(random, 10 + random.nextInt(60), random.nextDouble()));
        Collections.shuffle(seen, random);
        Drive.Kept kept = new Drive.Kept();
        for (int start = 0; start < seen.size(); ) {
            int end = Math.min(seen.size(), start + 1 + random.nextInt(80));
            kept.take(seen.subList(start, end));
            start = end;
        }
        return kept;
    }

    private static TraceWindow window(Random random) {
        long from = Drive.START + random.nextInt(SECONDS) * 1_000L;
        return new TraceWindow(from, from + (60 + random.nextInt(7_200)) * 1_000L);
    }

    @RepeatedTest(20)
    void whatIsKeptDoesNotDependOnTheOrderOfArrival(RepetitionInfo repetition) {
        Random random = new Random(2_000 + repetition.getCurrentRepetition());
        Drive drive = Drive.random(random, SECONDS);
        List<Sight> seen = drive.seen(random, 30, 0.2);
        Drive.Kept atOnce = new Drive.Kept();
        atOnce.take(seen);
        Drive.Kept shuffled = kept(new Random(repetition.getCurrentRepetition()), drive);
        shuffled.take(seen);
        shuffled.take(seen);
        Drive.Kept both = new Drive.Kept();
        both.take(shuffled.sights());
        assertEquals(both.near(PLACE.box()), shuffled.near(PLACE.box()));
        assertEquals(List.copyOf(both.gaps()), List.copyOf(shuffled.gaps()));
        assertTrue(shuffled.sights().containsAll(seen));
        assertEquals(seen, atOnce.sights());
    }

    @Test
    void aStayIsOneOccasionAcrossTheHour() {
        List<Sight> seen = new ArrayList<>();
        for (int minute = 0; minute < 120; minute++) {
            double away = minute < 20 || minute > 80 ? 4_000 : 0;
            seen.add(Drive.sight(Drive.START + minute * 60_000L, away, 0));
        }
        Drive.Kept kept = new Drive.Kept();
        kept.take(seen);
        List<Occasion> found = occasions(kept, new TraceWindow(Drive.START, Drive.START + 7_200_000)).stream()
                .filter(Occasion::seenInside)
                .toList();
        assertEquals(1, found.size());
        assertEquals(60 * 60_000, found.get(0).stayMs());
        assertEquals(61, found.get(0).inside().size());
    }

    @Test
    void sightsSurviveTheirBytes() {
        Random random = new Random(7);
        List<Sight> seen = Drive.random(random, 3_600).seen(random, 30, 0);
        assertEquals(seen, SightCodec.decode(SightCodec.encode(seen)));
    }
}

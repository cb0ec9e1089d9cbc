package io.sanse.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sanse.gateway.api.Refusals.Standing;
import io.sanse.gateway.api.Refusals.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-05T12:00:10Z"));
    private final Refusals refusals = new Refusals(now::get);

    private void refuse(String user, int times) {
        for (int i = 0; i < times; i++) {
            refusals.next(user);
        }
    }

    @ParameterizedTest(name = "after {0} refusals: {1}")
    @CsvSource({"0, HAS_PLACE", "19, HAS_PLACE", "20, TOO_MANY", "21, TOO_MANY_AGAIN", "22, TOO_MANY_AGAIN"})
    void inOneMinute(int times, Standing standing) {
        refuse("a", times);
        assertEquals(standing, refusals.next("a").standing());
        assertEquals(Standing.HAS_PLACE, refusals.next("b").standing());
    }

    @Test
    void theNextMinuteBeginsAnew() {
        refuse("a", 25);
        now.set(Instant.parse("2026-03-05T12:01:00Z"));
        refuse("a", 20);
        assertEquals(Standing.TOO_MANY, refusals.next("a").standing());
    }

    @Test
    void aPlaceOfTheMinuteBeforeFreesNoneOfThisOne() {
        Turn before = refusals.next("a");
        now.set(Instant.parse("2026-03-05T12:01:00Z"));
        refuse("a", 20);
        refusals.giveBack(before);
        assertEquals(Standing.TOO_MANY, refusals.next("a").standing());
    }

    @Test
    void whoeverHadNoPlaceGivesNoneBack() {
        refuse("a", 20);
        refusals.giveBack(refusals.next("a"));
        assertEquals(Standing.TOO_MANY_AGAIN, refusals.next("a").standing());
    }

    @Test
    void ofAThousandAtOnceTwentyHaveAPlaceAndOneIsWrittenDown() {
        var standings = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> refusals.next("a").standing())
                .collect(Collectors.groupingBy(standing -> standing, Collectors.counting()));
        assertEquals(20, standings.get(Standing.HAS_PLACE));
        assertEquals(1, standings.get(Standing.TOO_MANY));
    }

    /** However answers and questions interleave: a place is there if and only if refused and open questions together are below the limit. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void refusedAndOpenTogetherStayWithinTheLimit(long seed) {
        Random random = new Random(seed);
        List<Turn> open = new ArrayList<>();
        int refused = 0;
        for (int step = 0; step < 500; step++) {
            if (random.nextInt(3) > 0 || open.isEmpty()) {
                Turn turn = refusals.next("a");
                assertEquals(open.size() + refused < Refusals.MOST, turn.standing() == Standing.HAS_PLACE);
                if (turn.standing() == Standing.HAS_PLACE) {
                    open.add(turn);
                }
            } else if (random.nextInt(20) == 0) {
                open.remove(random.nextInt(open.size()));
                refused++;
            } else {
                refusals.giveBack(open.remove(random.nextInt(open.size())));
            }
        }
    }
}

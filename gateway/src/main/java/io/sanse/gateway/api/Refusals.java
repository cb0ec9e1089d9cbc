package io.sanse.gateway.api;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How often each caller may still be refused in the minute that runs, so that nobody guesses for long nor fills the access log. A question takes one of the caller's
 * places before it is asked and keeps it when it is refused: of many asked at once no more than there are places find anything out.
 */
final class Refusals {
    static final int MOST = 20;

    private static final long MINUTE_MS = 60_000;

    /** What becomes of a question. */
    enum Standing {
        /** It may be asked. */
        HAS_PLACE,
        /** The caller's first beyond the places: it is refused, and that is written down. */
        TOO_MANY,
        /** It is refused, which has been written down already. */
        TOO_MANY_AGAIN
    }

    /**
     * One question.
     *
     * @param minute in which it came, since 1970
     */
    record Turn(String user, long minute, Standing standing) {}

    private final InstantSource clock;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private long minute;

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    /** One more question of this caller. */
    synchronized Turn next(String user) {
        beginMinute();
        if (taken.getOrDefault(user, 0) < MOST) {
            taken.merge(user, 1, Integer::sum);
            return new Turn(user, minute, Standing.HAS_PLACE);
        }
        return new Turn(user, minute, told.add(user) ? Standing.TOO_MANY : Standing.TOO_MANY_AGAIN);
    }

    /** The question was not refused: its place is free again, unless its minute is over. */
    synchronized void giveBack(Turn turn) {
        beginMinute();
        if (turn.standing() == Standing.HAS_PLACE && turn.minute() == minute) {
            taken.merge(turn.user(), -1, Integer::sum);
        }
    }

    private void beginMinute() {
        long now = clock.millis() / MINUTE_MS;
        if (now != minute) {
            minute = now;
            taken.clear();
            told.clear();
        }
    }
}

package io.sanse.gateway.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each caller was refused in the minute that runs, so that nobody guesses for long nor fills the access log. */
final class Refusals {
    static final int MOST = 20;

    private static final long MINUTE_MS = 60_000;

    private record Count(long minute, int refusals) {}

    private final InstantSource clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    Refusals(InstantSource clock) {
        this.clock = clock;
    }

    private long minute() {
        return clock.millis() / MINUTE_MS;
    }

    /** One more of this caller. */
    void count(String user) {
        long now = minute();
        counts.values().removeIf(count -> count.minute() != now);
        counts.merge(user, new Count(now, 1), (before, one) -> new Count(now, before.refusals() + 1));
    }

    /** Whether the caller has been refused as often as may be. */
    boolean areTooMany(String user) {
        return of(user) >= MOST;
    }

    /** Whether that has been said, and written down. */
    boolean areTold(String user) {
        return of(user) > MOST;
    }

    private int of(String user) {
        Count count = counts.get(user);
        return count == null || count.minute() != minute() ? 0 : count.refusals();
    }
}

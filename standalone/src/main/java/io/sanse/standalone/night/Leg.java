package io.sanse.standalone.night;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.observation.LoadState;
import io.sanse.standalone.city.Route;
import java.time.Duration;
import java.time.Instant;

/** A stretch of a truck's night. */
sealed interface Leg {
    Instant from();

    Instant until();

    Fix at(Instant time);

    /** How long until the terminal reports again: often while it moves, seldom while it sleeps. */
    Duration reportInterval(Duration moving, Duration asleep);

    /**
     * On the way.
     *
     * @param pace 1 = as fast as the usual truck
     */
    record Drive(Instant from, Instant until, Route route, double pace, LoadState load) implements Leg {
        @Override
        public Fix at(Instant time) {
            double seconds = Duration.between(from, time).toMillis() / 1_000.0 * pace;
            Route.Progress progress = route.after(seconds);
            return new Fix(
                    time, progress.point(), progress.speedKmh() * pace, progress.directionDeg(), load, true, false);
        }

        @Override
        public Duration reportInterval(Duration moving, Duration asleep) {
            return moving;
        }
    }

    /** Standing, with the engine running or switched off. */
    record Stay(Instant from, Instant until, GeoPoint point, boolean engineOn, LoadState load) implements Leg {
        private static final Duration IDLING = Duration.ofSeconds(60);

        @Override
        public Fix at(Instant time) {
            return new Fix(time, point, 0, 0, load, engineOn, false);
        }

        @Override
        public Duration reportInterval(Duration moving, Duration asleep) {
            return engineOn ? IDLING : asleep;
        }
    }
}

package io.sanse.model.route;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How routes are learnt.
 *
 * @param every pause between two times at which is looked whether another day is settled
 */
record RouteSettings(Duration every) {
    static RouteSettings from(Settings settings) {
        return new RouteSettings(settings.duration(
                "model.routes.every",
                Duration.ofHours(1),
                "how often is looked for closed trips from which routes are learnt"));
    }
}

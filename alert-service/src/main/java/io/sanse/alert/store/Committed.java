package io.sanse.alert.store;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Step;
import java.util.List;

/** Told of what has been committed. Told once or, when the process dies just then, never: for metrics and for waking those who would look anyway. */
@FunctionalInterface
public interface Committed {
    /**
     * New events of one alert.
     *
     * @param after the alert after them
     */
    void written(AlertCase after, List<Step> steps);
}

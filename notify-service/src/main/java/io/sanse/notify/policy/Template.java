package io.sanse.notify.policy;

import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A kind of message.
 *
 * @param id kebab case, never reused for something else
 * @param on events that cause it
 * @param clocks for events of a clock: only these; null = any
 * @param to whom
 * @param announces tells of the alert itself: to one recipient only once at each level of an alert
 * @param zh Chinese text with placeholders in braces
 * @param en English text
 */
public record Template(
        String id,
        Set<AlertEventType> on,
        Set<ClockName> clocks,
        List<Audience> to,
        boolean announces,
        String zh,
        String en) {
    public Template {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
        on = Set.copyOf(on);
        clocks = clocks == null ? EnumSet.allOf(ClockName.class) : Set.copyOf(clocks);
        to = List.copyOf(to);
    }

    /** Whether this event causes it. */
    public boolean matches(AlertEvent event) {
        return on.contains(event.type()) && (event.clock() == null || clocks.contains(event.clock()));
    }
}

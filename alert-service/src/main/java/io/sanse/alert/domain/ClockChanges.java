package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.policy.CityRules;
import io.sanse.alert.domain.policy.ClockRule;
import io.sanse.alert.domain.policy.RaiseRules;
import io.sanse.contract.Level;
import io.sanse.contract.alert.ClockName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Clocks that one step starts and stops. */
final class ClockChanges {
    private final AlertCase alert;
    private final CityRules rules;
    private final Instant now;
    private final List<Clock> changed = new ArrayList<>();
    private int nextId;

    ClockChanges(AlertCase alert, CityRules rules, Instant now) {
        this.alert = alert;
        this.rules = rules;
        this.now = now;
        this.nextId = alert.clocks().size();
    }

    ClockChanges stop(ClockName... names) {
        Set<ClockName> wanted = Set.of(names);
        return stop(clock -> wanted.contains(clock.name()));
    }

    /** Stops the clock that binds a department. */
    ClockChanges stopOf(ClockName name, String department) {
        return stop(clock -> clock.name() == name
                && (clock.department() == null || clock.department().equals(department)));
    }

    ClockChanges stopAll() {
        return stop(clock -> true);
    }

    private ClockChanges stop(Predicate<Clock> which) {
        alert.clocks().stream()
                .filter(clock -> clock.running() && which.test(clock))
                .map(clock -> clock.stopped(now))
                .forEach(changed::add);
        return this;
    }

    /** Running clocks raise the alert no more. */
    ClockChanges calm() {
        alert.clocks().stream()
                .filter(clock -> clock.running() && clock.overdueAt() != null)
                .map(Clock::withoutOverdue)
                .forEach(changed::add);
        return this;
    }

    ClockChanges put(Clock clock) {
        changed.add(clock);
        return this;
    }

    ClockChanges start(ClockName name, Level level) {
        return start(name, level, null);
    }

    /** @param department whom it binds, or null for the alert as a whole */
    ClockChanges start(ClockName name, Level level, String department) {
        ClockRule rule = rules.policy().clock(level, name);
        Instant dueAt = rule.limit().end(now, rules.calendar());
        Instant urgeAt = rule.urgeBefore() == null ? null : dueAt.minus(rule.urgeBefore());
        changed.add(new Clock(
                nextId++,
                name,
                department,
                now,
                urgeAt,
                dueAt,
                overdueAt(name, level, rule),
                Clock.Stage.RUNNING,
                null,
                null));
        return this;
    }

    private Instant overdueAt(ClockName name, Level level, ClockRule rule) {
        RaiseRules.Overdue overdue = rules.policy().raise().yellowToRed().overdue();
        boolean counts = level == Level.YELLOW && overdue.clocks().contains(name);
        return counts ? rule.limit().times(overdue.factor()).end(now, rules.calendar()) : null;
    }

    List<Clock> list() {
        return List.copyOf(changed);
    }
}

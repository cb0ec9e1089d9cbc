package io.sanse.alert.domain;

import io.sanse.alert.domain.event.Author;
import io.sanse.alert.domain.event.Clock;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.policy.RaiseReason;
import io.sanse.contract.Level;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.CommandDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the passing of time makes of an alert. */
final class ClockRules {
    private static final Comparator<Clock> IN_TIME =
            Comparator.comparing(Clock::nextAt).thenComparing(Clock::id);

    private ClockRules() {}

    /** Lets every clock pass the stages whose time has come, in the order of their times. */
    static void catchUp(Draft draft) {
        for (Optional<Clock> due = firstDue(draft); due.isPresent(); due = firstDue(draft)) {
            pass(draft, due.get());
        }
    }

    private static Optional<Clock> firstDue(Draft draft) {
        return draft.alert().clocks().stream()
                .filter(clock -> clock.nextAt() != null && !clock.nextAt().isAfter(draft.now()))
                .min(IN_TIME);
    }

    private static void pass(Draft draft, Clock clock) {
        switch (clock.nextStage()) {
            case URGED ->
                draft.write(said(AlertEventType.CLOCK_URGED, clock, null), change(clock.at(Clock.Stage.URGED)));
            case BREACHED -> breach(draft, clock);
            case OVERDUE ->
                LevelRules.raise(
                        draft,
                        LevelRules.Grade.of(Level.RED, RaiseReason.of(clock.name())),
                        Effect.NONE,
                        clock.at(Clock.Stage.OVERDUE).withoutOverdue());
            case RUNNING -> throw new IllegalStateException("a clock does not go back to running");
        }
    }

    private static void breach(Draft draft, Clock clock) {
        Clock breached = clock.breached(platformPart(draft, clock).toSeconds());
        boolean unanswered = clock.name() == ClockName.ACKNOWLEDGE
                && draft.alert().level() == Level.BLUE
                && draft.rules().policy().raise().blueToYellow().unanswered();
        draft.write(said(AlertEventType.CLOCK_BREACHED, clock, clock.dueAt()), change(breached));
        if (unanswered) {
            LevelRules.raise(draft, LevelRules.Grade.of(Level.YELLOW, RaiseReason.UNANSWERED), Effect.NONE, null);
        }
    }

    /** While it was down nobody could act, and what it writes down late is late by its own doing. */
    private static Duration platformPart(Draft draft, Clock clock) {
        Duration late = Duration.between(clock.dueAt(), draft.now());
        return draft.world().downBetween(clock.startedAt(), clock.dueAt()).plus(late);
    }

    private static Draft.Said said(AlertEventType type, Clock clock, Instant at) {
        CommandDetails bound = clock.department() == null
                ? null
                : new CommandDetails(null, null, null, null, clock.department(), null, List.of(), null);
        return new Draft.Said(type, Author.SYSTEM, at, null, null, clock.name(), bound);
    }

    private static Effect change(Clock clock) {
        return Effect.NONE.clocks(List.of(clock));
    }
}

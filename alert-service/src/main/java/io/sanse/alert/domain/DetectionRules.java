package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.event.Jurisdiction;
import io.sanse.alert.domain.event.Task;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.AlertEventType;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.ClockName;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;

/** What a detection makes of an alert. */
final class DetectionRules {
    private static final LocalizedText EPISODE_GOES_ON = new LocalizedText("情况仍在持续", "it is still so after all");

    private DetectionRules() {}

    /** The first word on an episode, unless it takes itself back. */
    static void raise(Draft draft, Input.Detected input) {
        Detection detection = input.detection();
        if (detection.change() == Change.RETRACTED) {
            return;
        }
        Facts facts = Facts.of(detection, place(draft, detection), input.evidence());
        LevelRules.Grade grade = LevelRules.ofNew(facts, input.history(), draft.rules());
        draft.write(
                Draft.Said.because(AlertEventType.RAISED, grade.codes(), grade.why()),
                Effect.to(AlertState.OPEN)
                        .level(grade.level())
                        .condition(Condition.ACTIVE)
                        .facts(facts));
        if (grade.level() == Level.BLUE) {
            remind(draft, Draft.Said.of(AlertEventType.REMINDED), Task.NONE);
        } else {
            LevelRules.dispatch(draft);
        }
        if (detection.change() == Change.CLEARED) {
            draft.write(AlertEventType.CONDITION_CLEARED, Effect.NONE.condition(Condition.CLEARED));
        }
    }

    private static Jurisdiction place(Draft draft, Detection detection) {
        return draft.world().router().locate(detection.location(), detection.division());
    }

    /** Those whom it concerns are told to put it right. */
    static void remind(Draft draft, Draft.Said said, Task task) {
        draft.write(
                said,
                Effect.to(AlertState.REMINDED)
                        .task(task)
                        .clocks(draft.clocks()
                                .start(ClockName.ACKNOWLEDGE, Level.BLUE)
                                .list()));
    }

    /** A further word on an episode that has its alert. */
    static void follow(Draft draft, Input.Detected input) {
        Detection detection = input.detection();
        AlertCase before = draft.alert();
        Facts facts = before.facts().with(detection, place(draft, detection), input.evidence());
        switch (detection.change()) {
            case RAISED, AMENDED -> extend(draft, facts);
            case CLEARED -> clear(draft, facts);
            case RETRACTED -> retract(draft, facts);
        }
    }

    private static void extend(Draft draft, Facts facts) {
        AlertCase before = draft.alert();
        Effect effect = Effect.NONE.facts(facts).condition(Condition.ACTIVE);
        if (rises(draft, facts)) {
            LevelRules.raise(draft, LevelRules.ofFacts(facts, draft.rules()), effect, null);
            return;
        }
        draft.write(AlertEventType.EXTENDED, effect);
        if (before.closed() && before.level() == Level.BLUE && before.condition() == Condition.CLEARED) {
            draft.write(
                    Draft.Said.because(AlertEventType.REOPENED, "condition-active", EPISODE_GOES_ON),
                    Effect.to(AlertState.ACKNOWLEDGED));
        }
    }

    private static boolean rises(Draft draft, Facts facts) {
        return LevelRules.ofFacts(facts, draft.rules())
                        .level()
                        .compareTo(draft.alert().level())
                > 0;
    }

    private static void clear(Draft draft, Facts facts) {
        if (rises(draft, facts)) {
            LevelRules.raise(draft, LevelRules.ofFacts(facts, draft.rules()), Effect.NONE.facts(facts), null);
        }
        draft.write(AlertEventType.CONDITION_CLEARED, Effect.NONE.facts(facts).condition(Condition.CLEARED));
        closeWhenAnswered(draft);
    }

    /** A blue alert ends when it is acknowledged and the condition has cleared. */
    static void closeWhenAnswered(Draft draft) {
        AlertCase alert = draft.alert();
        if (alert.state() == AlertState.ACKNOWLEDGED && alert.condition() != Condition.ACTIVE) {
            draft.write(AlertEventType.CLOSED, Effect.to(AlertState.CLOSED));
        }
    }

    /** It never was: the people on their way are stood down. What was confirmed on the scene outranks late data. */
    private static void retract(Draft draft, Facts facts) {
        AlertCase before = draft.alert();
        Effect effect = Effect.NONE.facts(facts).condition(Condition.RETRACTED);
        boolean goesOn = before.closed() || Task.CONFIRMED.equals(before.task().verdict());
        draft.write(
                AlertEventType.RETRACTED,
                goesOn
                        ? effect
                        : effect.state(AlertState.CLOSED)
                                .clocks(draft.clocks().stopAll().list()));
    }
}

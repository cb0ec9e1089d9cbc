package io.sanse.alert.domain;

import io.sanse.alert.domain.Outcome.Done;
import io.sanse.alert.domain.Outcome.Refused;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Effect;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.domain.policy.CityRules;
import io.sanse.alert.domain.policy.RaiseReason;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Detection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The life of an alert (预警): (alert, input, world) → steps or a refusal. Whatever the input, clocks that have run out are seen to first, so that a deadline counts
 * whether or not anybody was there to watch it.
 */
public final class Lifecycle {
    private final CityRules rules;

    public Lifecycle(CityRules rules) {
        this.rules = rules;
    }

    /** A new alert; without steps when the first word on the episode is that there is nothing. */
    public Outcome raise(UUID id, Input.Detected input, World world) {
        Draft draft = new Draft(AlertCase.unborn(id), rules, world, cause(input.detection()));
        DetectionRules.raise(draft, input);
        return done(draft);
    }

    /** What becomes of an alert that exists. */
    public Outcome decide(AlertCase before, Input input, World world) {
        Draft draft =
                new Draft(before, rules, world, input instanceof Input.Detected said ? cause(said.detection()) : null);
        ClockRules.catchUp(draft);
        if (input instanceof Input.Command command) {
            Optional<Outcome.Refusal> refusal = CommandRules.obey(draft, command, before.version());
            return refusal.<Outcome>map(why -> new Refused(why, draft.steps(), draft.alert()))
                    .orElseGet(() -> done(draft));
        }
        happen(draft, input);
        return done(draft);
    }

    private static void happen(Draft draft, Input input) {
        AlertCase alert = draft.alert();
        if (input instanceof Input.Detected detected) {
            DetectionRules.follow(draft, detected);
        } else if (input instanceof Input.GraverOnSubject) {
            boolean rises = alert.level() == Level.BLUE
                    && !alert.closed()
                    && draft.rules().policy().raise().blueToYellow().graverOnSubject();
            if (rises) {
                LevelRules.raise(
                        draft, LevelRules.Grade.of(Level.YELLOW, RaiseReason.GRAVER_ON_SUBJECT), Effect.NONE, null);
            }
        } else if (input instanceof Input.DispatchAgain) {
            if (alert.level() != Level.BLUE && alert.state() == AlertState.OPEN) {
                LevelRules.dispatch(draft);
            }
        }
    }

    private static Done done(Draft draft) {
        return new Done(draft.steps(), draft.alert());
    }

    private static Step.Cause cause(Detection detection) {
        return new Step.Cause(detection.observedAt(), detection.receivedAt());
    }

    /**
     * Commands that may be given now.
     *
     * @param department of the caller, or null
     */
    public static List<CommandType> allowed(AlertCase alert, Set<Role> roles, String department) {
        return Roads.allowed(alert, roles, department);
    }
}

package io.sanse.alert.domain;

import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Step;
import io.sanse.contract.alert.CommandType;
import java.util.List;

/** What was decided. Steps are to be written in any case: clocks that had run out come before the answer to a command. */
public sealed interface Outcome {
    /** In their order; empty when nothing changes. */
    List<Step> steps();

    /** The alert after the steps. */
    AlertCase after();

    /** It is so. */
    record Done(List<Step> steps, AlertCase after) implements Outcome {
        public Done {
            steps = List.copyOf(steps);
        }
    }

    /** It is not to be, and why. */
    record Refused(Refusal refusal, List<Step> steps, AlertCase after) implements Outcome {
        public Refused {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Why a command is refused.
     *
     * @param kind what sort
     * @param message one sentence
     * @param allowed what the author may do instead
     */
    record Refusal(Kind kind, String message, List<CommandType> allowed) {
        public Refusal {
            allowed = List.copyOf(allowed);
        }
    }

    /** Sorts of refusal. */
    enum Kind {
        /** Not with these roles. */
        FORBIDDEN,
        /** The alert is not as the author saw it. */
        STALE,
        /** Not in this state. */
        CONFLICT,
        /** The command is not complete or right in itself. */
        REJECTED
    }
}

package io.sanse.alert.domain;

import io.sanse.alert.domain.event.Author;
import io.sanse.contract.Role;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.detection.Detection;
import java.util.Set;

/** What happens to an alert. */
public sealed interface Input {
    /**
     * A model said something of the episode.
     *
     * @param detection newer than everything that the alert has
     * @param evidence SHA-256 (hex) of its evidence bundle
     * @param history of its subject
     */
    record Detected(Detection detection, String evidence, History history) implements Input {}

    /**
     * Other alerts on the same subject; retracted and unfounded ones do not count.
     *
     * @param blues raised blue within the policy's window before this one
     * @param graver yellow or red ones within the policy's window before this one
     * @param openGraver whether one of them is open now
     */
    record History(int blues, int graver, boolean openGraver) {
        public static final History NONE = new History(0, 0, false);
    }

    /**
     * Somebody orders something.
     *
     * @param type what
     * @param author who
     * @param roles of the author
     * @param expectedVersion version that the author saw, or null
     * @param reason why, or null
     * @param details never null
     */
    record Command(
            CommandType type,
            Author author,
            Set<Role> roles,
            Long expectedVersion,
            String reason,
            CommandDetails details)
            implements Input {}

    /** Time has passed. */
    record Tick() implements Input {}

    /** Another alert on the same subject has become yellow or red. */
    record GraverOnSubject() implements Input {}

    /** The registry knows more than when nobody could be found to dispatch to. */
    record DispatchAgain() implements Input {}
}

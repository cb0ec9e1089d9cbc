package io.sanse.alert.domain.policy;

import io.sanse.contract.Level;
import io.sanse.contract.alert.ClockName;
import java.util.Map;
import java.util.Set;

/**
 * A city's numbers for the life of an alert.
 *
 * @param version one more at each change; every step names it
 * @param clocks by level and name; a blue alert has {@code acknowledge}, the others have all the rest
 * @param raise what makes an alert go up
 */
public record LifecyclePolicy(int version, Map<Level, Map<ClockName, ClockRule>> clocks, RaiseRules raise) {
    private static final Set<ClockName> BLUE = Set.of(ClockName.ACKNOWLEDGE);
    private static final Set<ClockName> GRAVER =
            Set.of(ClockName.SIGN, ClockName.NOTIFY, ClockName.ARRIVE, ClockName.FEED_BACK, ClockName.REVIEW);

    public LifecyclePolicy {
        if (version < 1) {
            throw new IllegalArgumentException("a policy has a version from 1 on");
        }
        if (clocks == null || raise == null) {
            throw new IllegalArgumentException("a policy needs clocks and raise");
        }
        for (Level level : Level.values()) {
            Set<ClockName> wanted = level == Level.BLUE ? BLUE : GRAVER;
            Map<ClockName, ClockRule> given = clocks.getOrDefault(level, Map.of());
            if (!given.keySet().equals(wanted)) {
                throw new IllegalArgumentException(
                        "the clocks of " + level.text() + " must be " + wanted + ", not " + given.keySet());
            }
        }
    }

    public ClockRule clock(Level level, ClockName name) {
        return clocks.get(level).get(name);
    }
}

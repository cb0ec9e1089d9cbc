package io.sanse.notify.policy;

import io.sanse.contract.Level;
import java.time.Duration;
import java.util.Set;

/**
 * How many messages may be sent in a sliding window.
 *
 * @param levels that share this budget
 * @param perRecipient to one phone
 * @param inAll to all phones
 */
public record Budget(Set<Level> levels, int perRecipient, int inAll, Duration window) {
    public Budget {
        levels = Set.copyOf(levels);
        if (perRecipient < 1 || inAll < perRecipient || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a budget needs 1 ≤ perRecipient ≤ inAll and a window");
        }
    }
}

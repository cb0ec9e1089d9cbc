package io.sanse.contract.access;

import java.util.Objects;

/**
 * What becomes of a question before it is asked.
 *
 * @param user who asks
 * @param minute in which it came, since 1970
 * @param granted whether it may be asked: it has a place, which it keeps when it is refused
 * @param first whether it is the user's first without a place in this minute, which is written down; no other one without a place is
 */
public record AccessTurn(String user, long minute, boolean granted, boolean first) {
    public AccessTurn {
        Objects.requireNonNull(user, "user");
    }
}

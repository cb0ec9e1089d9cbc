package io.sanse.model.watch;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import java.util.stream.Stream;

/** Who may ask how detection runs. */
final class Watchers {
    private Watchers() {}

    static boolean may(Caller caller) {
        return Stream.of(Role.OPERATOR, Role.AUDITOR, Role.ADMIN).anyMatch(caller::has);
    }
}

package io.sanse.model.release.life;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import java.util.Objects;
import java.util.Set;

/** A command counts once: sent again, it is answered with what it has done. */
public final class RepeatedCommand {
    private RepeatedCommand() {}

    /** Whether a command has been done. Fails with {@link ServiceError#REJECTED} when another one was done under its id. */
    public static boolean isDone(ModelVersion version, VersionCommand command) {
        for (VersionStep step : version.steps()) {
            if (step.id().equals(command.id())) {
                requireSame(step, command);
                requireSameDistricts(version, step, command);
                return true;
            }
        }
        return false;
    }

    private static void requireSame(VersionStep step, VersionCommand command) {
        boolean same = step.action() == command.action()
                && step.user().equals(command.caller().user())
                && Objects.equals(step.reason(), command.reason());
        if (!same) {
            throw ServiceError.REJECTED.exception("another step was ordered with this key");
        }
    }

    /** The districts of a canary's last step are those of the version. */
    private static void requireSameDistricts(ModelVersion version, VersionStep step, VersionCommand command) {
        boolean last = step.equals(version.steps().get(version.steps().size() - 1));
        if (last
                && step.action() == VersionAction.CANARY
                && !Set.copyOf(version.districts()).equals(Set.copyOf(command.districts()))) {
            throw ServiceError.REJECTED.exception("another step was ordered with this key");
        }
    }
}

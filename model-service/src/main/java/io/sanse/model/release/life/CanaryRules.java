package io.sanse.model.release.life;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A canary proves something only where something can happen, and only after some time. */
public final class CanaryRules {
    private final Supplier<Set<String>> divisions;
    private final Duration least;

    /**
     * @param divisions codes that the registry knows now
     * @param least how long a canary judges before it may come live
     */
    public CanaryRules(Supplier<Set<String>> divisions, Duration least) {
        this.divisions = divisions;
        this.least = least;
    }

    /** Refuses districts that lie nowhere that is known with REJECTED, and what has not judged long enough with CONFLICT. */
    public void check(ModelVersion version, VersionCommand command, Instant now) {
        if (command.action() == VersionAction.CANARY) {
            checkKnown(command.districts());
        } else if (command.action() == VersionAction.LIVE) {
            checkAge(version, now);
        }
    }

    private void checkKnown(List<String> districts) {
        Set<String> known = divisions.get();
        districts.stream()
                .filter(code -> known.stream().noneMatch(division -> division.startsWith(code)))
                .findFirst()
                .ifPresent(code -> {
                    throw ServiceError.REJECTED.exception("the registry knows of nothing in the division " + code
                            + ": a canary would judge nothing there");
                });
    }

    private void checkAge(ModelVersion version, Instant now) {
        Instant earliest = version.effectiveAt().plus(least);
        if (now.isBefore(earliest)) {
            throw ServiceError.CONFLICT.exception(
                    "the canary judges since " + version.effectiveAt() + " and may come live from " + earliest + " on");
        }
    }
}

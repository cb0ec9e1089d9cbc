package io.sanse.model.certification;

import io.sanse.contract.ServiceError;
import io.sanse.contract.model.CertificationNotice.Standing;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.Certification.CertificationRequest;
import io.sanse.contract.service.Certification.CertificationStep;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.model.detect.rule.Model;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Four eyes: one person asks for a date, another one agrees. Refusals are {@link ServiceError}s. */
final class CertificationRules {
    private CertificationRules() {}

    /** The first certification of a version, with its date. */
    static Certification first(String model, int version, CertificationStep by) {
        return new Certification(model, version, 1, by.until(), false, null, List.of(by));
    }

    /**
     * A certification after a command; {@code overdue} is as it was.
     *
     * @param longest so far ahead a date lies at most, and by default
     */
    static Certification after(Certification before, CertificationCommand command, Instant now, Duration longest) {
        if (before.revision() != command.expectedRevision()) {
            throw ServiceError.STALE.exception(
                    "the certification has changed meanwhile", new JsonObject().put("revision", before.revision()));
        }
        if (command.until() != null
                && (!command.until().isAfter(now) || command.until().isAfter(now.plus(longest)))) {
            throw ServiceError.REJECTED.exception("a date lies ahead, by " + longest.toDays() + " days at most");
        }
        return isToAgree(before.asked(), command, now)
                ? agreed(before, command, now)
                : asked(before, command, now, command.until() == null ? farthest(now, longest) : command.until());
    }

    /** The date that is meant when none is told, in whole seconds. */
    static Instant farthest(Instant now, Duration longest) {
        return now.plus(longest).truncatedTo(ChronoUnit.SECONDS);
    }

    /** What one asks for again is asked anew, and so is a date that has passed meanwhile. */
    private static boolean isToAgree(CertificationRequest asked, CertificationCommand command, Instant now) {
        return asked != null
                && !asked.user().equals(command.caller().user())
                && asked.until().isAfter(now);
    }

    private static Certification agreed(Certification before, CertificationCommand command, Instant now) {
        Instant until = before.asked().until();
        if (command.until() != null && !command.until().equals(until)) {
            throw ServiceError.CONFLICT.exception(before.asked().user() + " has asked for " + until);
        }
        return changed(before, until, null, step(command, now, until, true));
    }

    private static Certification asked(Certification before, CertificationCommand command, Instant now, Instant until) {
        CertificationRequest request = new CertificationRequest(command.caller().user(), now, until, command.reason());
        return changed(before, before.until(), request, step(command, now, until, false));
    }

    private static CertificationStep step(CertificationCommand command, Instant now, Instant until, boolean agreed) {
        return new CertificationStep(command.id(), command.caller().user(), now, until, agreed, command.reason());
    }

    private static Certification changed(
            Certification before, Instant until, CertificationRequest asked, CertificationStep by) {
        List<CertificationStep> steps = new ArrayList<>(before.steps());
        steps.add(by);
        return new Certification(
                before.model(), before.version(), before.revision() + 1, until, before.overdue(), asked, steps);
    }

    /**
     * Whether people are to be told, and of what; null: not yet.
     *
     * @param ahead so long before its date it is due
     */
    static Standing standing(Certification one, Instant now, Duration ahead) {
        if (!one.until().isAfter(now)) {
            return Standing.OVERDUE;
        }
        return one.until().isAfter(now.plus(ahead)) ? null : Standing.DUE;
    }

    /** Whether a model is the version that is certified. */
    static boolean isOf(Certification one, Model model) {
        return model.id().equals(one.model()) && model.head().version() == one.version();
    }

    /** As it is seen at a time. */
    static Certification seen(Certification kept, Instant now) {
        return new Certification(
                kept.model(),
                kept.version(),
                kept.revision(),
                kept.until(),
                !kept.until().isAfter(now),
                kept.asked(),
                kept.steps());
    }
}

package io.sanse.model.release;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of a version's life; refusals are {@link ServiceError}s. */
final class VersionLife {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");

    private static final Map<VersionAction, Set<VersionStage>> FROM = Map.of(
            VersionAction.TEST, EnumSet.of(VersionStage.DRAFT, VersionStage.TESTED),
            VersionAction.GATE, EnumSet.of(VersionStage.TESTED, VersionStage.GATED),
            VersionAction.SHADOW, EnumSet.of(VersionStage.GATED),
            VersionAction.CANARY, EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY),
            VersionAction.LIVE, EnumSet.of(VersionStage.CANARY),
            VersionAction.RETIRE, EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY, VersionStage.LIVE));

    private static final Map<VersionAction, VersionStage> TO = Map.of(
            VersionAction.SHADOW, VersionStage.SHADOW,
            VersionAction.CANARY, VersionStage.CANARY,
            VersionAction.LIVE, VersionStage.LIVE,
            VersionAction.RETIRE, VersionStage.RETIRED);

    private VersionLife() {}

    /** Whether an action changes who judges. */
    static boolean publishes(VersionAction action) {
        return TO.containsKey(action);
    }

    /**
     * Refuses what may not be done.
     *
     * @param version as it is
     * @param all versions of its model
     */
    static void check(ModelVersion version, List<ModelVersion> all, VersionCommand command) {
        if (version.revision() != command.expectedRevision()) {
            throw ServiceError.STALE.exception(
                    "the version has changed meanwhile", new JsonObject().put("revision", version.revision()));
        }
        if (!FROM.get(command.action()).contains(version.stage())) {
            throw ServiceError.CONFLICT.exception(
                    "a version that is " + version.stage().text() + " cannot "
                            + command.action().text() + "; from here it may " + next(version.stage()));
        }
        boolean judges = publishes(command.action()) && command.action() != VersionAction.RETIRE;
        if (judges && command.caller().user().equals(version.author())) {
            throw ServiceError.FORBIDDEN.exception("four eyes: somebody else than its author publishes a version");
        }
        checkDistricts(command);
        VersionStage stage = TO.get(command.action());
        if (stage == VersionStage.SHADOW || stage == VersionStage.CANARY) {
            all.stream()
                    .filter(other -> other.stage() == stage && other.version() != version.version())
                    .findFirst()
                    .ifPresent(other -> {
                        throw ServiceError.CONFLICT.exception(
                                "version " + other.version() + " is " + stage.text() + ": retire it first");
                    });
        }
    }

    private static void checkDistricts(VersionCommand command) {
        boolean canary = command.action() == VersionAction.CANARY;
        boolean right = canary
                ? !command.districts().isEmpty()
                        && command.districts().stream()
                                .allMatch(code -> DIVISION.matcher(code).matches())
                : command.districts().isEmpty();
        if (!right) {
            throw ServiceError.REJECTED.exception(
                    canary
                            ? "a canary needs districts: division codes of 2 to 12 digits"
                            : "only a canary has districts");
        }
    }

    private static String next(VersionStage stage) {
        List<String> actions = new ArrayList<>();
        for (VersionAction action : VersionAction.values()) {
            if (FROM.get(action).contains(stage)) {
                actions.add(action.text());
            }
        }
        return actions.isEmpty() ? "nothing" : String.join(", ", actions);
    }

    static ModelVersion tested(ModelVersion version, TestReport report, VersionStep by) {
        boolean passed = report.differences().isEmpty();
        VersionStage stage = passed ? VersionStage.TESTED : VersionStage.DRAFT;
        return changed(version, stage, List.of(), null, report, version.gate(), by);
    }

    static ModelVersion gating(ModelVersion version, VersionStep by) {
        GateReport report = new GateReport(by.id(), List.of(), List.of());
        return changed(version, VersionStage.GATING, List.of(), null, version.test(), report, by);
    }

    static ModelVersion gated(ModelVersion version, GateReport report, VersionStep by) {
        VersionStage stage = report.refusals().isEmpty() ? VersionStage.GATED : VersionStage.TESTED;
        return changed(version, stage, List.of(), null, version.test(), report, by);
    }

    /**
     * A version comes to another stage of judging.
     *
     * @return all that change: the version, and a live one that it supersedes
     */
    static List<ModelVersion> published(
            ModelVersion version, List<ModelVersion> all, VersionCommand command, Instant effectiveAt, Instant now) {
        VersionStage stage = TO.get(command.action());
        VersionStep by = new VersionStep(command.id(), now, command.caller().user(), stage, command.reason());
        List<ModelVersion> changes = new ArrayList<>();
        changes.add(changed(version, stage, command.districts(), effectiveAt, version.test(), version.gate(), by));
        if (stage == VersionStage.LIVE) {
            all.stream()
                    .filter(other -> other.stage() == VersionStage.LIVE && other.version() != version.version())
                    .forEach(other -> changes.add(retired(
                            other,
                            effectiveAt,
                            new VersionStep(
                                    command.id(),
                                    now,
                                    command.caller().user(),
                                    VersionStage.RETIRED,
                                    "superseded by version " + version.version()))));
        }
        return changes;
    }

    static ModelVersion retired(ModelVersion version, Instant effectiveAt, VersionStep by) {
        return changed(version, VersionStage.RETIRED, List.of(), effectiveAt, version.test(), version.gate(), by);
    }

    static ModelVersion liveAgain(ModelVersion version, Instant effectiveAt, VersionStep by) {
        return changed(version, VersionStage.LIVE, List.of(), effectiveAt, version.test(), version.gate(), by);
    }

    /** The version that was live before another one, or null: then it was the one that ships with the platform. */
    static ModelVersion liveBefore(ModelVersion version, List<ModelVersion> all) {
        return all.stream()
                .filter(other -> other.version() != version.version() && liveAt(other) != null)
                .max((a, b) -> liveAt(a).compareTo(liveAt(b)))
                .orElse(null);
    }

    private static Instant liveAt(ModelVersion version) {
        return version.steps().stream()
                .filter(step -> step.stage() == VersionStage.LIVE)
                .map(VersionStep::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static ModelVersion changed(
            ModelVersion before,
            VersionStage stage,
            List<String> districts,
            Instant effectiveAt,
            TestReport test,
            GateReport gate,
            VersionStep by) {
        List<VersionStep> steps = new ArrayList<>(before.steps());
        steps.add(new VersionStep(by.id(), by.at(), by.user(), stage, by.reason()));
        return new ModelVersion(
                before.model(),
                before.version(),
                before.revision() + 1,
                stage,
                before.author(),
                districts,
                effectiveAt,
                before.text(),
                before.cases(),
                test,
                gate,
                steps);
    }
}

package io.sanse.model.release.life;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.RetirementRequest;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList.AllowedSteps;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of a version's life; refusals are {@link ServiceError}s. */
public final class VersionLife {
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");

    private static final Map<VersionAction, Set<VersionStage>> FROM = Map.of(
            VersionAction.TEST, EnumSet.of(VersionStage.DRAFT, VersionStage.TESTED),
            VersionAction.GATE, EnumSet.of(VersionStage.TESTED, VersionStage.GATED),
            VersionAction.SHADOW, EnumSet.of(VersionStage.GATED),
            VersionAction.CANARY, EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY),
            VersionAction.LIVE, EnumSet.of(VersionStage.CANARY),
            VersionAction.ROLL_BACK, EnumSet.of(VersionStage.CANARY, VersionStage.LIVE),
            VersionAction.RETIRE, EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY, VersionStage.LIVE),
            VersionAction.WITHDRAW,
                    EnumSet.of(
                            VersionStage.DRAFT,
                            VersionStage.TESTED,
                            VersionStage.GATED,
                            VersionStage.CANARY,
                            VersionStage.LIVE));

    private static final Set<VersionStage> PUBLISHED =
            EnumSet.of(VersionStage.SHADOW, VersionStage.CANARY, VersionStage.LIVE);

    private static final Map<VersionAction, VersionStage> TO = Map.of(
            VersionAction.SHADOW, VersionStage.SHADOW,
            VersionAction.CANARY, VersionStage.CANARY,
            VersionAction.LIVE, VersionStage.LIVE,
            VersionAction.RETIRE, VersionStage.RETIRED);

    /** On whose behalf the platform itself acts. */
    public static final Caller PLATFORM = new Caller("sanse", Set.of(Role.ADMIN), null, List.of(""));

    private VersionLife() {}

    /**
     * Refuses what may not be done.
     *
     * @param version as it is
     * @param all versions of its model
     */
    public static void check(ModelVersion version, List<ModelVersion> all, VersionCommand command) {
        if (version.revision() != command.expectedRevision()) {
            throw ServiceError.STALE.exception(
                    "the version has changed meanwhile", new JsonObject().put("revision", version.revision()));
        }
        if (!FROM.get(command.action()).contains(version.stage())) {
            throw ServiceError.CONFLICT.exception(
                    "a version that is " + version.stage().text() + " cannot "
                            + command.action().text() + "; from here it may " + next(version.stage()));
        }
        ServiceException refusal =
                refusal(version, command.action(), command.caller().user());
        if (refusal != null) {
            throw refusal;
        }
        checkDistricts(command);
        VersionStage stage = TO.get(command.action());
        if (stage == VersionStage.SHADOW || stage == VersionStage.CANARY) {
            all.stream()
                    .filter(other -> other.stage() == stage && other.version() != version.version())
                    .findFirst()
                    .ifPresent(other -> {
                        throw ServiceError.CONFLICT.exception(
                                "version " + other.version() + " is " + stage.text() + ": take it back first");
                    });
        }
    }

    /** Two people publish, and two people silence: why a person may not take a step that its stage allows, or null. */
    private static ServiceException refusal(ModelVersion version, VersionAction action, String user) {
        return switch (action) {
            case SHADOW, CANARY, LIVE ->
                user.equals(version.author())
                        ? ServiceError.FORBIDDEN.exception(
                                "four eyes: somebody else than its author publishes a version")
                        : null;
            case RETIRE ->
                version.asked() != null && user.equals(version.asked().user())
                        ? ServiceError.FORBIDDEN.exception(
                                "four eyes: somebody else than who asked for it agrees to a retirement")
                        : null;
            case WITHDRAW ->
                PUBLISHED.contains(version.stage()) && version.asked() == null
                        ? ServiceError.CONFLICT.exception("nobody has asked for its retirement")
                        : null;
            case TEST, GATE, ROLL_BACK -> null;
        };
    }

    /** The steps that a person may order of a version; what another version stands in the way of is told when it is ordered. */
    public static AllowedSteps allowed(ModelVersion version, String user) {
        return new AllowedSteps(
                version.version(),
                from(version.stage())
                        .filter(action -> refusal(version, action, user) == null)
                        .toList());
    }

    private static Stream<VersionAction> from(VersionStage stage) {
        return Arrays.stream(VersionAction.values())
                .filter(action -> FROM.get(action).contains(stage));
    }

    /** Whether a retirement that may be ordered needs nobody else: the version alerts nobody, or another person has asked for it. */
    public static boolean isAgreed(ModelVersion version) {
        return version.stage() == VersionStage.SHADOW
                || version.asked() != null && !version.asked().user().equals(PLATFORM.user());
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
        String actions = from(stage).map(VersionAction::text).collect(Collectors.joining(", "));
        return actions.isEmpty() ? "nothing" : actions;
    }

    public static ModelVersion tested(ModelVersion version, TestReport report, VersionStep by) {
        boolean passed = report.differences().isEmpty();
        VersionStage stage = passed ? VersionStage.TESTED : VersionStage.DRAFT;
        return VersionChange.to(stage, version).tested(report).by(by);
    }

    /** @param backtest id of the job */
    public static ModelVersion gating(ModelVersion version, UUID backtest, VersionStep by) {
        GateReport report = new GateReport(backtest, List.of());
        return VersionChange.to(VersionStage.GATING, version).gated(report).by(by);
    }

    public static ModelVersion gated(ModelVersion version, GateReport report, VersionStep by) {
        VersionStage stage = report.refusals().isEmpty() ? VersionStage.GATED : VersionStage.TESTED;
        return VersionChange.to(stage, version).gated(report).by(by);
    }

    /** Its retirement is asked for. */
    public static ModelVersion asked(ModelVersion version, VersionStep by) {
        return VersionChange.to(version.stage(), version)
                .asked(new RetirementRequest(by.user(), by.at(), by.reason()))
                .by(by);
    }

    /** The question for its retirement is taken back, or what never judged is given up. */
    public static ModelVersion withdrawn(ModelVersion version, VersionStep by) {
        VersionStage stage = PUBLISHED.contains(version.stage()) ? version.stage() : VersionStage.RETIRED;
        return VersionChange.to(stage, version).by(by);
    }

    /**
     * A version comes to another stage of judging.
     *
     * @return all that change: the version, and a live one that it supersedes
     */
    public static List<ModelVersion> published(
            ModelVersion version, List<ModelVersion> all, VersionCommand command, Instant effectiveAt, Instant now) {
        VersionStage stage = TO.get(command.action());
        VersionStep by = step(command, now);
        ModelVersion live = live(all);
        boolean takesItsPlace = stage == VersionStage.LIVE && live != null;
        List<ModelVersion> changes = new ArrayList<>();
        changes.add(VersionChange.to(stage, version)
                .from(effectiveAt)
                .in(command.districts())
                .superseding(takesItsPlace ? (Integer) live.version() : version.supersedes())
                .by(by));
        if (takesItsPlace) {
            String why = "superseded by version " + version.version();
            changes.add(retired(live, effectiveAt, new VersionStep(command.id(), now, by.user(), null, null, why)));
        }
        return changes;
    }

    /** The step that a command is. */
    public static VersionStep step(VersionCommand command, Instant now) {
        return new VersionStep(command.id(), now, command.caller().user(), command.action(), null, command.reason());
    }

    public static ModelVersion retired(ModelVersion version, Instant effectiveAt, VersionStep by) {
        return VersionChange.to(VersionStage.RETIRED, version).from(effectiveAt).by(by);
    }

    public static ModelVersion liveAgain(ModelVersion version, Instant effectiveAt, VersionStep by) {
        return VersionChange.to(VersionStage.LIVE, version).from(effectiveAt).by(by);
    }

    /** The live version that was written down, or null. */
    private static ModelVersion live(List<ModelVersion> all) {
        return all.stream()
                .filter(version -> version.stage() == VersionStage.LIVE)
                .findFirst()
                .orElse(null);
    }
}

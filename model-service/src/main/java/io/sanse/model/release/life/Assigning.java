package io.sanse.model.release.life;

import io.sanse.contract.ServiceError;
import io.sanse.contract.Topics;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Canary;
import io.sanse.contract.model.ModelAssignment.Turn;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionStage;
import io.sanse.runtime.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the stages of a model's versions into what the engine follows. */
public final class Assigning {
    /**
     * Turns are known for as long as what was received may still be judged or proven: observations are kept so long, and a partition may be behind by that and be played a day later.
     */
    static final Duration KEPT = Duration.ofMillis(
                    Long.parseLong(Topics.OBSERVATIONS.settings().get("retention.ms")))
            .plusDays(1);

    /** A record of the broker holds a megabyte, with its key and headers. */
    static final int MOST_BYTES = 1_000_000;

    private Assigning() {}

    /** What judges by a version's text. */
    public static Version of(ModelVersion version) {
        return new Version(version.version(), version.text());
    }

    /**
     * What is live by an assignment, once all of its turns have come.
     *
     * @param before null: nothing was assigned yet
     * @param shipped version that ships with the platform, or null
     */
    public static Version live(ModelAssignment before, Version shipped) {
        return before == null
                ? shipped
                : before.turns().get(before.turns().size() - 1).live();
    }

    /**
     * The next assignment. Turns that are no longer needed are left out: those before the one that was in force when the oldest kept observation came, and the oldest of those that make the record too long.
     * Fails with {@link ServiceError#REJECTED} when what judges now and what is to judge next are too long together.
     *
     * @param before null: nothing was assigned yet
     * @param live what is to be live, or null when the model is retired
     * @param all versions of the model, with their new stages
     */
    public static ModelAssignment next(
            ModelAssignment before,
            String model,
            Version live,
            List<ModelVersion> all,
            Instant effectiveAt,
            Instant now) {
        ModelVersion canary = at(VersionStage.CANARY, all);
        ModelVersion shadow = at(VersionStage.SHADOW, all);
        List<Turn> turns = new ArrayList<>(before == null ? List.of() : before.turns());
        while (turns.size() > 1 && !turns.get(1).effectiveAt().plus(KEPT).isAfter(now)) {
            turns.remove(0);
        }
        turns.removeIf(turn -> turn.effectiveAt().equals(effectiveAt));
        turns.add(new Turn(
                effectiveAt,
                live,
                canary == null ? null : new Canary(of(canary), Set.copyOf(canary.districts())),
                shadow == null ? null : of(shadow)));
        return fitting(model, before == null ? 1 : before.revision() + 1, turns);
    }

    /** What does not fit could never be told to the nodes, however often that is tried. */
    private static ModelAssignment fitting(String model, long revision, List<Turn> turns) {
        ModelAssignment whole = new ModelAssignment(model, revision, turns);
        int bytes = Json.bytes(whole).length;
        if (bytes <= MOST_BYTES) {
            return whole;
        }
        if (turns.size() > 2) {
            return fitting(model, revision, turns.subList(1, turns.size()));
        }
        throw ServiceError.REJECTED.exception(String.format(
                Locale.ROOT,
                "the texts that judge now and next take %,d bytes together, at most %,d: shorten them, or withdraw what is on probation",
                bytes,
                MOST_BYTES));
    }

    private static ModelVersion at(VersionStage stage, List<ModelVersion> all) {
        return all.stream()
                .filter(version -> version.stage() == stage)
                .findFirst()
                .orElse(null);
    }
}

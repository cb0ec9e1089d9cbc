package io.sanse.contract.service;

import io.sanse.contract.service.BacktestResult.AlertLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A version of a model and its life.
 *
 * @param model model id
 * @param version number in its text
 * @param revision 1 at first, one more at each step
 * @param stage where it is
 * @param author who wrote it down; somebody else publishes it
 * @param districts division codes in which it judges as a canary; empty otherwise
 * @param effectiveAt moment of the platform's clock from which its stage counts on all nodes; null before it judges
 * @param text YAML
 * @param cases its table of cases, YAML
 * @param test what its cases gave, or null
 * @param gate what its backtest gave, or null
 * @param supersedes number of the version that was live before it came live; null: none, or the one that ships
 * @param asked who has asked for its retirement, which somebody else has not agreed to yet; or null
 * @param steps its life so far, oldest first
 */
public record ModelVersion(
        String model,
        int version,
        long revision,
        VersionStage stage,
        String author,
        List<String> districts,
        Instant effectiveAt,
        String text,
        String cases,
        TestReport test,
        GateReport gate,
        Integer supersedes,
        RetirementRequest asked,
        List<VersionStep> steps) {
    public ModelVersion {
        Objects.requireNonNull(stage, "stage");
        districts = List.copyOf(districts);
        steps = List.copyOf(steps);
    }

    /**
     * What the cases gave.
     *
     * @param cases how many were played
     * @param differences what was not as a case says, each in one line; none when all is
     */
    public record TestReport(int cases, List<String> differences) {
        public TestReport {
            differences = List.copyOf(differences);
        }
    }

    /**
     * What the backtest gave.
     *
     * @param backtest id of the job
     * @param refusals why it must not be published, each in one line; none when it may
     * @param loads forecast of alerts and SMS by district; empty while the job runs
     * @param days what it found on each day that was played, oldest first, the first and the last of them in part; empty while the job runs, and of gates that did not tell it yet
     */
    public record GateReport(UUID backtest, List<String> refusals, List<AlertLoad> loads, List<GateDay> days) {
        public GateReport {
            refusals = List.copyOf(refusals);
            loads = List.copyOf(loads);
            days = days == null ? List.of() : List.copyOf(days);
        }

        /** What a backtest gave that does not tell any loads. */
        public GateReport(UUID backtest, List<String> refusals) {
            this(backtest, refusals, List.of(), List.of());
        }
    }

    /**
     * A day of a gate's period.
     *
     * @param day of Asia/Shanghai
     * @param alerts that it would have raised
     * @param districts the same by district; those without any are left out
     */
    public record GateDay(LocalDate day, int alerts, List<GateDistrict> districts) {
        public GateDay {
            districts = List.copyOf(districts);
        }
    }

    /**
     * A district on a day.
     *
     * @param district division code, {@code unknown} when there is none
     * @param alerts that it would have raised there
     */
    public record GateDistrict(String district, int alerts) {}

    /**
     * A retirement that one person has asked for.
     *
     * @param user who; {@code sanse} for the platform itself, whose word never counts as one of the two
     * @param at when
     * @param reason why, or null
     */
    public record RetirementRequest(String user, Instant at, String reason) {}

    /**
     * One step of its life.
     *
     * @param id of the command, so that a repeated one is known
     * @param at when
     * @param user who; {@code sanse} for the platform itself
     * @param action what was ordered, or null: it was written down, its backtest has ended, another version took its place
     * @param stage that it came to
     * @param reason why, or null
     */
    public record VersionStep(
            UUID id, Instant at, String user, VersionAction action, VersionStage stage, String reason) {}
}

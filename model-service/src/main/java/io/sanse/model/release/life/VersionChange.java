package io.sanse.model.release.life;

import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.RetirementRequest;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a step changes of a version. Everything else stays, but for a retirement that was asked for: each step answers it. */
final class VersionChange {
    private final ModelVersion before;
    private final VersionStage stage;
    private List<String> districts;
    private Instant effectiveAt;
    private TestReport test;
    private GateReport gate;
    private Integer supersedes;
    private RetirementRequest asked;

    private VersionChange(ModelVersion before, VersionStage stage) {
        boolean stays = stage == before.stage();
        this.before = before;
        this.stage = stage;
        this.districts = stays ? before.districts() : List.of();
        this.effectiveAt = stays ? before.effectiveAt() : null;
        this.test = before.test();
        this.gate = before.gate();
        this.supersedes = before.supersedes();
    }

    /** Where and since when a version judges belongs to its stage, and ends with it. */
    static VersionChange to(VersionStage stage, ModelVersion before) {
        return new VersionChange(before, stage);
    }

    VersionChange from(Instant moment) {
        effectiveAt = moment;
        return this;
    }

    VersionChange in(List<String> codes) {
        districts = codes;
        return this;
    }

    VersionChange tested(TestReport report) {
        test = report;
        return this;
    }

    VersionChange gated(GateReport report) {
        gate = report;
        return this;
    }

    /** @param number of the version that was live before, or null */
    VersionChange superseding(Integer number) {
        supersedes = number;
        return this;
    }

    VersionChange asked(RetirementRequest request) {
        asked = request;
        return this;
    }

    /** @param step who takes it and why; that it comes to the stage is added */
    ModelVersion by(VersionStep step) {
        List<VersionStep> steps = new ArrayList<>(before.steps());
        steps.add(new VersionStep(step.id(), step.at(), step.user(), step.action(), stage, step.reason()));
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
                supersedes,
                asked,
                steps);
    }
}

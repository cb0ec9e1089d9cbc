package io.sanse.gateway;

import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestResult.AlertLoad;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.Certification.CertificationRequest;
import io.sanse.contract.service.Certification.CertificationStep;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.CertificationQuery;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.GateDay;
import io.sanse.contract.service.ModelVersion.GateDistrict;
import io.sanse.contract.service.ModelVersion.GateReach;
import io.sanse.contract.service.ModelVersion.GateReport;
import io.sanse.contract.service.ModelVersion.RetirementRequest;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.ModelVersionList.AllowedSteps;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.contract.service.ModelVersionList.UnreadableVersion;
import io.sanse.contract.service.ModelVersionList.WatchedVersion;
import io.sanse.contract.service.ModelVersionList.WatchedWindow;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.service.VersionStage;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Answers of model-service about versions of models. */
final class FakeVersions implements VersionService {
    /** The revision that is current. */
    static final long REVISION = 6;

    @Override
    public Future<ModelVersionList> versions(VersionQuery query) {
        Firing firing = new Firing(3, true, LocalDate.of(2026, 3, 12), "330784", 4, 1);
        AllowedSteps allowed = new AllowedSteps(3, List.of(VersionAction.CANARY, VersionAction.RETIRE));
        WatchedVersion watched =
                new WatchedVersion(2, Samples.NIGHT, 3.5, true, List.of(new WatchedWindow(24, 4, 1, 3.5, 0, 9)));
        return Future.succeededFuture(new ModelVersionList(
                List.of(version(VersionStage.SHADOW)),
                List.of(firing),
                List.of(allowed),
                List.of(watched),
                List.of(new UnreadableVersion(2, "text:1:1: the field 'version' is missing"))));
    }

    @Override
    public Future<ModelVersion> propose(VersionProposal proposal) {
        return Future.succeededFuture(version(VersionStage.DRAFT));
    }

    @Override
    public Future<ModelVersion> command(VersionCommand command) {
        return command.expectedRevision() == REVISION
                ? Future.succeededFuture(version(VersionStage.CANARY))
                : Future.failedFuture(ServiceError.STALE.exception(
                        "the version has changed meanwhile", new JsonObject().put("revision", REVISION)));
    }

    @Override
    public Future<CertificationList> certifications(CertificationQuery query) {
        return Future.succeededFuture(new CertificationList(List.of(certification()), 30));
    }

    @Override
    public Future<Certification> certify(CertificationCommand command) {
        return Future.succeededFuture(certification());
    }

    private static Certification certification() {
        return new Certification(
                "vehicle-suspicious-stop",
                3,
                2,
                Samples.NIGHT,
                true,
                new CertificationRequest("operator", Samples.NIGHT, Samples.NIGHT, "why"),
                List.of(new CertificationStep(
                        UUID.randomUUID(), "operator", Samples.NIGHT, Samples.NIGHT, false, "why")));
    }

    private static ModelVersion version(VersionStage stage) {
        String model = "vehicle-suspicious-stop";
        UUID id = UUID.randomUUID();
        return new ModelVersion(
                model,
                3,
                REVISION,
                stage,
                "operator",
                List.of("330784"),
                Samples.NIGHT,
                "id: " + model,
                "cases: []",
                new TestReport(1, List.of()),
                new GateReport(
                        id,
                        List.of(),
                        List.of(new AlertLoad(model, 3, "all", 3, 3, 3, 9, Collections.nCopies(24, 1))),
                        new GateReach(Samples.NIGHT, Samples.NIGHT, Samples.NIGHT.plusSeconds(60), 86_400, true),
                        List.of(new GateDay(LocalDate.of(2026, 3, 12), 3, List.of(new GateDistrict("330784", 3))))),
                2,
                new RetirementRequest("operator", Samples.NIGHT, "why"),
                List.of(new VersionStep(id, Samples.NIGHT, "operator", VersionAction.CANARY, stage, "why")));
    }
}

package io.sanse.model.release;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.CertificationQuery;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.certification.Certifications;
import io.sanse.model.release.gate.GateOrders;
import io.sanse.model.release.life.CanaryRules;
import io.sanse.model.release.life.RepeatedCommand;
import io.sanse.model.release.life.VersionLife;
import io.sanse.model.release.life.VersionNumbers;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Answers questions about versions and takes them from step to step. */
final class VersionDesk implements VersionService {
    private static final Answers ANSWERS = new Answers("versions");

    private final Vertx vertx;
    private final InstantSource clock;
    private final Database database;
    private final GateOrders gates;
    private final CanaryRules canaries;
    private final VersionTexts texts;
    private final Publisher publisher;
    private final Certifications certifications;
    private final VersionOverview overview;
    private final VersionStore store = new VersionStore();

    VersionDesk(ReleaseParts parts, Publisher publisher) {
        this.vertx = parts.vertx();
        this.clock = parts.clock();
        this.database = parts.database();
        this.gates = new GateOrders(
                parts.clock(), parts.backtests(), parts.settings().period());
        this.canaries = new CanaryRules(parts.divisions(), parts.settings().canaryLeast());
        this.texts = parts.texts();
        this.certifications = parts.certifications();
        this.overview = new VersionOverview(parts);
        this.publisher = publisher;
    }

    @Override
    public Future<ModelVersionList> versions(VersionQuery query) {
        return guarded(query.caller(), () -> database.ask(client -> versions(client, query)));
    }

    private Future<ModelVersionList> versions(SqlClient client, VersionQuery query) {
        return store.all(client, query.model()).compose(all -> {
            if (all.isEmpty() && texts.shipped(query.model()) == null) {
                return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such model"));
            }
            return overview.of(client, all, query);
        });
    }

    @Override
    public Future<ModelVersion> propose(VersionProposal proposal) {
        return guarded(proposal.caller(), () -> vertx.executeBlocking(() -> texts.draft(proposal), false)
                .compose(draft -> database.transaction(connection -> store.lock(connection, proposal.model())
                        .compose(locked -> store.all(connection, proposal.model()))
                        .compose(all -> propose(connection, draft, all, proposal))))
                .compose(this::shown));
    }

    private Future<ModelVersion> propose(
            SqlConnection connection, VersionTexts.Draft draft, List<ModelVersion> all, VersionProposal proposal) {
        ModelVersion same = find(all, draft.version());
        if (same != null && same.text().equals(proposal.text()) && same.cases().equals(proposal.cases())) {
            return Future.succeededFuture(same);
        }
        int next = VersionNumbers.next(draft.shipped(), all);
        if (draft.version() != next) {
            return Future.failedFuture(ServiceError.CONFLICT.exception("a new version has the number " + next));
        }
        VersionStep step = new VersionStep(
                UUID.randomUUID(), clock.instant(), proposal.caller().user(), null, VersionStage.DRAFT, null);
        ModelVersion version = new ModelVersion(
                proposal.model(),
                draft.version(),
                1,
                VersionStage.DRAFT,
                proposal.caller().user(),
                List.of(),
                null,
                proposal.text(),
                proposal.cases(),
                null,
                null,
                null,
                null,
                List.of(step));
        return store.put(connection, List.of(version)).map(version);
    }

    @Override
    public Future<ModelVersion> command(VersionCommand command) {
        return guarded(command.caller(), () -> database.ask(client -> store.all(client, command.model()))
                .compose(all -> {
                    ModelVersion version = find(all, command.version());
                    if (version == null) {
                        return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such version"));
                    }
                    if (RepeatedCommand.isDone(version, command)) {
                        return Future.succeededFuture(version);
                    }
                    check(version, all, command);
                    return prepared(command, version)
                            .compose(report -> database.transaction(connection -> take(connection, command, report)));
                })
                .onSuccess(done -> publisher.wake())
                .compose(this::shown));
    }

    /** What takes long comes before the transaction: playing cases, ordering a backtest, reading a text. */
    private Future<TestReport> prepared(VersionCommand command, ModelVersion version) {
        return switch (command.action()) {
            case TEST -> vertx.executeBlocking(() -> texts.test(version), false);
            case GATE ->
                vertx.executeBlocking(() -> texts.scope(version), false)
                        .compose(scope -> gates.order(version, command, scope.readsPersons()))
                        .mapEmpty();
            case SHADOW, CANARY, LIVE ->
                vertx.executeBlocking(
                        () -> {
                            texts.requireWritable(version);
                            return null;
                        },
                        false);
            case ROLL_BACK, RETIRE, WITHDRAW -> Future.succeededFuture();
        };
    }

    private void check(ModelVersion version, List<ModelVersion> all, VersionCommand command) {
        VersionLife.check(version, all, command);
        canaries.check(version, command, clock.instant());
    }

    private Future<ModelVersion> shown(ModelVersion version) {
        return vertx.executeBlocking(() -> texts.shown(version), false);
    }

    private Future<ModelVersion> take(SqlConnection connection, VersionCommand command, TestReport report) {
        return store.lock(connection, command.model())
                .compose(locked -> store.all(connection, command.model()))
                .compose(all -> {
                    ModelVersion version = find(all, command.version());
                    if (RepeatedCommand.isDone(version, command)) {
                        return Future.succeededFuture(version);
                    }
                    check(version, all, command);
                    return taken(connection, version, all, command, report);
                });
    }

    private Future<ModelVersion> taken(
            SqlConnection connection,
            ModelVersion version,
            List<ModelVersion> all,
            VersionCommand command,
            TestReport report) {
        VersionStep by = VersionLife.step(command, clock.instant());
        return switch (command.action()) {
            case TEST -> put(connection, VersionLife.tested(version, report, by));
            case GATE -> put(connection, VersionLife.gating(version, GateOrders.id(command), by));
            case SHADOW, CANARY, LIVE -> publisher.publish(connection, version, all, command);
            case ROLL_BACK -> publisher.rollBack(connection, version, all, by);
            case RETIRE ->
                VersionLife.isAgreed(version)
                        ? publisher.publish(connection, version, all, command)
                        : put(connection, VersionLife.asked(version, by));
            case WITHDRAW -> put(connection, VersionLife.withdrawn(version, by));
        };
    }

    private Future<ModelVersion> put(SqlConnection connection, ModelVersion changed) {
        return store.put(connection, List.of(changed)).map(changed);
    }

    @Override
    public Future<CertificationList> certifications(CertificationQuery query) {
        return guarded(query.caller(), certifications::list);
    }

    @Override
    public Future<Certification> certify(CertificationCommand command) {
        return guarded(command.caller(), () -> certifications.certify(command));
    }

    /** The version of a number, or null. */
    static ModelVersion find(List<ModelVersion> all, int number) {
        return all.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElse(null);
    }

    private interface Work<T> {
        Future<T> run();
    }

    private static <T> Future<T> guarded(Caller caller, Work<T> work) {
        if (!caller.has(Role.OPERATOR) && !caller.has(Role.ADMIN)) {
            return Future.failedFuture(ServiceError.FORBIDDEN.exception("Your role may not do this"));
        }
        return Future.succeededFuture().compose(start -> work.run()).recover(ANSWERS::told);
    }
}

package io.sanse.model.release;

import io.sanse.contract.Answers;
import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.contract.service.CertificationList;
import io.sanse.contract.service.CertificationQuery;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.TestReport;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.ModelVersionList;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.certification.Certifications;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Answers questions about versions and takes them from step to step. */
final class VersionDesk implements VersionService {
    /** On whose behalf the platform itself acts. */
    static final Caller PLATFORM = new Caller("sanse", Set.of(Role.ADMIN), null, List.of(""));

    private static final Answers ANSWERS = new Answers("versions");

    private final Vertx vertx;
    private final InstantSource clock;
    private final Database database;
    private final BacktestService backtests;
    private final VersionTexts texts;
    private final Publisher publisher;
    private final ReleaseSettings settings;
    private final Certifications certifications;
    private final VersionOverview overview;
    private final VersionStore store = new VersionStore();

    VersionDesk(ReleaseParts parts, Publisher publisher) {
        this.vertx = parts.vertx();
        this.clock = parts.clock();
        this.database = parts.database();
        this.backtests = parts.backtests();
        this.texts = parts.texts();
        this.settings = parts.settings();
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
                        .compose(all -> propose(connection, draft, all, proposal)))));
    }

    private Future<ModelVersion> propose(
            SqlConnection connection, VersionTexts.Draft draft, List<ModelVersion> all, VersionProposal proposal) {
        ModelVersion same = find(all, draft.version());
        if (same != null && same.text().equals(proposal.text()) && same.cases().equals(proposal.cases())) {
            return Future.succeededFuture(same);
        }
        int newest = Math.max(draft.shipped(), all.isEmpty() ? 0 : all.get(0).version());
        if (draft.version() <= newest) {
            return Future.failedFuture(ServiceError.CONFLICT.exception(
                    "version " + newest + " is known: a new version has a greater number"));
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
                    if (isDone(version, command)) {
                        return Future.succeededFuture(version);
                    }
                    VersionLife.check(version, all, command);
                    return prepared(command, version)
                            .compose(report -> database.transaction(connection -> take(connection, command, report)));
                })
                .onSuccess(done -> publisher.wake()));
    }

    /** What takes long comes before the transaction: playing cases, ordering a backtest. */
    private Future<TestReport> prepared(VersionCommand command, ModelVersion version) {
        if (command.action() == VersionAction.TEST) {
            return vertx.executeBlocking(() -> texts.test(version), false);
        }
        if (command.action() != VersionAction.GATE) {
            return Future.succeededFuture();
        }
        Instant now = clock.instant();
        BacktestOrder order = new BacktestOrder(
                PLATFORM,
                command.id(),
                List.of(version.text()),
                List.of(),
                List.of(),
                now.minus(settings.period()),
                now,
                null);
        return backtests.begin(order).mapEmpty();
    }

    private Future<ModelVersion> take(SqlConnection connection, VersionCommand command, TestReport report) {
        return store.lock(connection, command.model())
                .compose(locked -> store.all(connection, command.model()))
                .compose(all -> {
                    ModelVersion version = find(all, command.version());
                    if (isDone(version, command)) {
                        return Future.succeededFuture(version);
                    }
                    VersionLife.check(version, all, command);
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
            case GATE -> put(connection, VersionLife.gating(version, by));
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

    private static boolean isDone(ModelVersion version, VersionCommand command) {
        return version.steps().stream().anyMatch(step -> step.id().equals(command.id()));
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

package io.sanse.model.release;

import io.sanse.contract.ServiceError;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.release.life.Assigning;
import io.sanse.model.release.life.VersionLife;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.Turns;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes who judges: commits it first and tells the nodes after, as often as it takes. */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final Function<ModelAssignment, Future<Void>> nodes;
    private final InstantSource clock;
    private final Duration lead;
    private final VersionTexts texts;
    private final VersionStore store = new VersionStore();
    private final Turns turns;

    /** @param nodes completes when what it is told is known to all nodes, or will be */
    Publisher(ReleaseParts parts, Function<ModelAssignment, Future<Void>> nodes) {
        this.database = parts.database();
        this.nodes = nodes;
        this.clock = parts.clock();
        this.lead = parts.settings().lead();
        this.texts = parts.texts();
        this.turns = new Turns(parts.vertx(), "assignments of versions", this::tell);
    }

    /** Tells the nodes what they do not know yet. */
    void wake() {
        turns.wake();
    }

    Future<Void> stop() {
        return turns.stop();
    }

    private Future<Duration> tell() {
        return database.transaction(connection -> store.unpublished(connection).compose(all -> tell(connection, all)))
                .map(PAUSE);
    }

    private Future<Void> tell(SqlConnection connection, List<ModelAssignment> assignments) {
        Future<Void> chain = Future.succeededFuture();
        for (ModelAssignment one : assignments) {
            chain = chain.compose(before -> nodes.apply(one)
                    .transform(told ->
                            told.succeeded() ? store.published(connection, one) : toldLater(one, told.cause())));
        }
        return chain;
    }

    /** One that cannot be told keeps none of the others. */
    private static Future<Void> toldLater(ModelAssignment one, Throwable failure) {
        LOG.warn("the assignment of {} is told again: {}", one.model(), failure.toString());
        return Future.succeededFuture();
    }

    /** A command that changes who judges; completes with the version as it is then. */
    Future<ModelVersion> publish(
            SqlConnection connection, ModelVersion version, List<ModelVersion> all, VersionCommand command) {
        Instant now = clock.instant();
        Instant effectiveAt = now.plus(lead);
        List<ModelVersion> changes = VersionLife.published(version, all, command, effectiveAt, now);
        return store.assigned(connection, version.model())
                .compose(before -> {
                    Version live = Assigning.live(before, texts.shipped(version.model()));
                    if (command.action() == VersionAction.LIVE) {
                        live = Assigning.of(version);
                    } else if (version.stage() == VersionStage.LIVE) {
                        live = null;
                    }
                    return put(
                            connection,
                            changes,
                            Assigning.next(before, version.model(), live, with(all, changes), effectiveAt, now));
                })
                .map(changes.get(0));
    }

    /**
     * Takes a canary or live version back, so that what judged before judges again: the live version in a canary's districts, in the place of a live one the one that it
     * superseded if that can still be read, else the one that ships. Fails with {@link ServiceError#CONFLICT} when that is nothing: a model is silenced by two people only.
     */
    Future<ModelVersion> rollBack(
            SqlConnection connection, ModelVersion version, List<ModelVersion> all, VersionStep by) {
        Version shipped = texts.shipped(version.model());
        boolean wasLive = version.stage() == VersionStage.LIVE;
        ModelVersion again = wasLive ? superseded(version, all) : null;
        return store.assigned(connection, version.model()).compose(before -> {
            Version live = again != null ? Assigning.of(again) : wasLive ? shipped : Assigning.live(before, shipped);
            if (live == null) {
                return Future.failedFuture(ServiceError.CONFLICT.exception(
                        "no other version of the model would judge: it takes two people to retire this one"));
            }
            Instant effectiveAt = by.at().plus(lead);
            List<ModelVersion> changes = new ArrayList<>();
            changes.add(VersionLife.retired(version, effectiveAt, by));
            if (again != null) {
                String why = "version " + version.version() + " was rolled back";
                changes.add(VersionLife.liveAgain(
                        again, effectiveAt, new VersionStep(by.id(), by.at(), by.user(), null, null, why)));
            }
            return put(
                            connection,
                            changes,
                            Assigning.next(before, version.model(), live, with(all, changes), effectiveAt, by.at()))
                    .map(changes.get(0));
        });
    }

    /** Null when there is none by which anything could judge. */
    private ModelVersion superseded(ModelVersion version, List<ModelVersion> all) {
        ModelVersion before = version.supersedes() == null ? null : VersionDesk.find(all, version.supersedes());
        return before == null || texts.unreadable(before) != null ? null : before;
    }

    private Future<Void> put(SqlConnection connection, List<ModelVersion> changes, ModelAssignment assignment) {
        return store.put(connection, changes).compose(kept -> store.assign(connection, assignment));
    }

    private static List<ModelVersion> with(List<ModelVersion> all, List<ModelVersion> changes) {
        List<ModelVersion> after = new ArrayList<>(changes);
        all.stream()
                .filter(version -> VersionDesk.find(changes, version.version()) == null)
                .forEach(after::add);
        return after;
    }
}

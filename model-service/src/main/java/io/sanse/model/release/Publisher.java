package io.sanse.model.release;

import io.sanse.contract.Topics;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.model.ModelAssignment.Version;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersion.VersionStep;
import io.sanse.contract.service.VersionAction;
import io.sanse.contract.service.VersionCommand;
import io.sanse.contract.service.VersionStage;
import io.sanse.runtime.Turns;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Changes who judges: commits it first and tells the nodes after, as often as it takes. */
final class Publisher {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Database database;
    private final RecordPublisher records;
    private final InstantSource clock;
    private final Duration lead;
    private final VersionTexts texts;
    private final VersionStore store = new VersionStore();
    private final Turns turns;

    Publisher(VersionDesk.Parts parts, RecordPublisher records) {
        this.database = parts.database();
        this.records = records;
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
            chain = chain.compose(before -> records.publish(Topics.MODELS.name(), one.model(), Json.bytes(one)))
                    .compose(sent -> store.published(connection, one));
        }
        return chain;
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

    /** Takes a version back; what was live before a live one is live again. */
    Future<Void> rollBack(SqlConnection connection, ModelVersion version, List<ModelVersion> all, String reason) {
        Instant now = clock.instant();
        Instant effectiveAt = now.plus(lead);
        UUID id = UUID.randomUUID();
        String user = VersionDesk.PLATFORM.user();
        List<ModelVersion> changes = new ArrayList<>();
        changes.add(VersionLife.retired(
                version, effectiveAt, new VersionStep(id, now, user, VersionStage.RETIRED, reason)));
        ModelVersion again = version.stage() == VersionStage.LIVE ? VersionLife.liveBefore(version, all) : null;
        if (again != null) {
            String why = "version " + version.version() + " was rolled back";
            changes.add(
                    VersionLife.liveAgain(again, effectiveAt, new VersionStep(id, now, user, VersionStage.LIVE, why)));
        }
        Version shipped = texts.shipped(version.model());
        return store.assigned(connection, version.model()).compose(before -> {
            Version earlier = again == null ? shipped : Assigning.of(again);
            Version live = version.stage() == VersionStage.LIVE ? earlier : Assigning.live(before, shipped);
            return put(
                    connection,
                    changes,
                    Assigning.next(before, version.model(), live, with(all, changes), effectiveAt, now));
        });
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

package io.sanse.alert.store;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.domain.Input;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Facts;
import io.sanse.alert.domain.policy.RaiseRules;
import io.sanse.contract.Subject;
import io.sanse.contract.detection.Detection;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The alerts as they stand. */
public final class AlertStore {
    private static final String LOCK_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
    private static final String TRY_LOCK_SUBJECT =
            "SELECT pg_try_advisory_xact_lock(hashtextextended(subject, 0)) AS locked FROM alert WHERE id = $1";
    private static final String HOLD = "SELECT content, head_hash FROM alert WHERE id = $1 FOR UPDATE";
    private static final String HOLD_IF_FREE = HOLD + " SKIP LOCKED";
    private static final String HOLD_EPISODE = """
            SELECT content, head_hash FROM alert
            WHERE model = $1 AND subject = $2 AND episode_start = $3 AND condition <> 'retracted' FOR UPDATE""";
    private static final String SUBJECT = "SELECT subject FROM alert WHERE id = $1";
    private static final String VISIBLE_SUBJECT = "SELECT subject FROM alert WHERE " + Rights.VISIBLE + " AND id = $3";
    private static final String VISIBLE_CONTENT =
            "SELECT content, head_hash FROM alert WHERE " + Rights.VISIBLE + " AND id = $3";
    private static final String HISTORY = """
            SELECT count(*) FILTER (WHERE base_level = 'blue' AND episode_start > $3 AND episode_start <= $2) AS blues,
                   count(*) FILTER (WHERE level <> 'blue' AND episode_start > $4 AND episode_start <= $2) AS graver,
                   coalesce(bool_or(level <> 'blue' AND state <> 'closed'), false) AS open_graver
            FROM alert
            WHERE subject = $1 AND condition <> 'retracted' AND verdict IS DISTINCT FROM 'unfounded'""";
    private static final String OPEN_BLUES =
            "SELECT id FROM alert WHERE subject = $1 AND level = 'blue' AND state <> 'closed' AND id <> $2 ORDER BY id";
    private static final String UNDISPATCHED =
            "SELECT id FROM alert WHERE state = 'open' AND level <> 'blue' ORDER BY id LIMIT $1";
    private static final String INSERT = """
            INSERT INTO alert (id, version, head_hash, model, subject, mentions, episode_start, base_level, level, state,
                condition, verdict, division, departments, raised_at, closed_at, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            ON CONFLICT (model, subject, episode_start) WHERE condition <> 'retracted' DO NOTHING""";
    private static final String UPDATE = """
            UPDATE alert SET version = $2, head_hash = $3, model = $4, subject = $5, mentions = $6, episode_start = $7,
                base_level = $8, level = $9, state = $10, condition = $11, verdict = $12, division = $13, departments = $14,
                raised_at = $15, closed_at = $16, content = $17
            WHERE id = $1 AND version = $18""";

    /** Waits until nobody else decides on this subject's alerts; freed at the end of the transaction. */
    public Future<Void> lockSubject(SqlClient transaction, Subject subject) {
        return transaction
                .preparedQuery(LOCK_SUBJECT)
                .execute(Tuple.of(subject.toString()))
                .mapEmpty();
    }

    /** Like {@link #lockSubject} for the subject of an alert, but completes with false instead of waiting. */
    public Future<Boolean> tryLockSubjectOf(SqlClient transaction, UUID alertId) {
        return transaction
                .preparedQuery(TRY_LOCK_SUBJECT)
                .execute(Tuple.of(alertId))
                .map(rows -> rows.size() == 1 && rows.iterator().next().getBoolean("locked"));
    }

    public Future<Optional<Held>> hold(SqlClient transaction, UUID alertId) {
        return held(transaction, HOLD, Tuple.of(alertId));
    }

    /** Empty also when somebody else has it. */
    public Future<Optional<Held>> holdIfFree(SqlClient transaction, UUID alertId) {
        return held(transaction, HOLD_IF_FREE, Tuple.of(alertId));
    }

    /** The alert of a detection's episode, unless it was retracted. */
    Future<Optional<Held>> holdOfEpisode(SqlClient transaction, Detection detection) {
        Tuple key = Tuple.of(detection.model(), detection.subject().toString(), time(detection.episodeStart()));
        return held(transaction, HOLD_EPISODE, key);
    }

    private static Future<Optional<Held>> held(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).map(rows -> {
            for (Row row : rows) {
                return Optional.of(new Held(read(row.getString("content")), row.getString("head_hash")));
            }
            return Optional.empty();
        });
    }

    private static AlertCase read(String content) {
        try {
            return Json.parse(content, AlertCase.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The alert, if the caller may see it. */
    public Future<Optional<AlertCase>> find(SqlClient client, Rights rights, UUID alertId) {
        return held(client, VISIBLE_CONTENT, rights.parameters().addUUID(alertId))
                .map(held -> held.map(Held::alert));
    }

    /** The subject of an alert, if the caller may see it. */
    public Future<Optional<Subject>> subjectOf(SqlClient client, Rights rights, UUID alertId) {
        return subject(client, VISIBLE_SUBJECT, rights.parameters().addUUID(alertId));
    }

    /** The subject of an alert. */
    public Future<Optional<Subject>> subjectOf(SqlClient client, UUID alertId) {
        return subject(client, SUBJECT, Tuple.of(alertId));
    }

    private static Future<Optional<Subject>> subject(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).map(rows -> {
            for (Row row : rows) {
                return Optional.of(Subject.parse(row.getString("subject")));
            }
            return Optional.empty();
        });
    }

    /** What else there is on a subject, counted up to an event time. */
    Future<Input.History> history(SqlClient transaction, Subject subject, Instant until, RaiseRules rules) {
        Duration blues = rules.blueToYellow().repeats().window();
        Duration graver = rules.yellowToRed().repeats().window();
        return transaction
                .preparedQuery(HISTORY)
                .execute(Tuple.of(subject.toString(), time(until), time(until.minus(blues)), time(until.minus(graver))))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Input.History(
                            row.getInteger("blues"), row.getInteger("graver"), row.getBoolean("open_graver"));
                });
    }

    /** Open blue alerts of a subject but for one. */
    Future<List<UUID>> openBlues(SqlClient transaction, Subject subject, UUID except) {
        return ids(transaction, OPEN_BLUES, Tuple.of(subject.toString(), except));
    }

    /** Alerts that wait for somebody to be dispatched to. */
    public Future<List<UUID>> undispatched(SqlClient client, int limit) {
        return ids(client, UNDISPATCHED, Tuple.of(limit));
    }

    private static Future<List<UUID>> ids(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("id")));
            return ids;
        });
    }

    /** Writes a new alert. Fails with {@link Unavailable} when its episode has got one meanwhile: then the whole must be tried again. */
    Future<Void> insert(SqlClient transaction, AlertCase alert, String headHash) {
        return written(transaction, INSERT, row(alert, headHash), "the episode has an alert by now");
    }

    /** Writes an alert back. Fails with {@link Unavailable} when it is not at version {@code before}. */
    Future<Void> update(SqlClient transaction, AlertCase alert, String headHash, long before) {
        return written(transaction, UPDATE, row(alert, headHash).addLong(before), "the alert has changed meanwhile");
    }

    private static Future<Void> written(SqlClient transaction, String statement, Tuple row, String otherwise) {
        return transaction
                .preparedQuery(statement)
                .execute(row)
                .compose(rows -> rows.rowCount() == 1
                        ? Future.succeededFuture()
                        : Future.failedFuture(new Unavailable(otherwise, null)));
    }

    private static Tuple row(AlertCase alert, String headHash) {
        Facts facts = alert.facts();
        return Tuple.tuple()
                .addUUID(alert.id())
                .addLong(alert.version())
                .addString(headHash)
                .addString(facts.model())
                .addString(facts.subject().toString())
                .addArrayOfString(
                        facts.mentions().stream().map(Subject::toString).toArray(String[]::new))
                .addOffsetDateTime(time(facts.episodeStart()))
                .addString(facts.base().text())
                .addString(alert.level().text())
                .addString(alert.state().text())
                .addString(alert.condition().text())
                .addString(alert.task().verdict())
                .addString(facts.division())
                .addArrayOfString(alert.audience().toArray(String[]::new))
                .addOffsetDateTime(time(alert.raisedAt()))
                .addOffsetDateTime(alert.closedAt() == null ? null : time(alert.closedAt()))
                .addString(Json.text(alert));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

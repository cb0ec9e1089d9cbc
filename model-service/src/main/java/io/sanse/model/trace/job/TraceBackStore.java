package io.sanse.model.trace.job;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackQuery;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackResult;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table {@code trace_back}. Leases run by PostgreSQL's clock, which all nodes share. */
final class TraceBackStore {
    /**
     * A job and where it belongs.
     *
     * @param division division code of its place, or null
     */
    record Stored(TraceBack job, String division) {}

    /**
     * A job that was taken to be run.
     *
     * @param attempt 1 at first; one more each time that a process ended over it
     */
    record Claimed(UUID id, TraceBackQuestion question, int attempt) {}

    private static final String COLUMNS =
            "id, state, progress, created_at, finished_at, started_by, division, question, cause, problem";

    private static final String ADD = """
            INSERT INTO trace_back (id, state, progress, created_at, started_by, division, question, cause)
            VALUES ($1, 'queued', 0, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING""";

    private static final String WAITING = "SELECT count(*) FROM trace_back WHERE state = 'queued'";

    private static final String GET = "SELECT " + COLUMNS + ", result FROM trace_back WHERE id = $1";

    private static final String LIST = "SELECT " + COLUMNS + """
            , NULL AS result FROM trace_back
            WHERE ($1::text IS NULL OR cause = $1)
              AND (started_by = $2
                OR EXISTS (SELECT 1 FROM unnest($3::text[]) AS area WHERE area = '' OR starts_with(division, area)))
            ORDER BY created_at DESC, id LIMIT $4""";

    private static final String CLAIM = """
            UPDATE trace_back
            SET state = 'running', progress = 0, attempts = attempts + 1, leased_until = now() + interval '30 seconds'
            WHERE id = (
              SELECT id FROM trace_back
              WHERE state = 'queued' OR (state = 'running' AND leased_until < now())
              ORDER BY started_by IS NULL, created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, question, attempts""";

    private static final String PROGRESS = """
            UPDATE trace_back SET progress = greatest(progress, $3), leased_until = now() + interval '30 seconds'
            WHERE id = $1 AND attempts = $2 AND state = 'running'""";

    private static final String END = """
            UPDATE trace_back SET state = $3, finished_at = $4, result = $5, problem = $6,
              progress = CASE WHEN $3 = 'done' THEN 1 ELSE progress END
            WHERE id = $1 AND attempts = $2 AND state = 'running'""";

    private static final String CANCEL = """
            UPDATE trace_back SET state = 'cancelled', finished_at = $2
            WHERE id = $1 AND state IN ('queued', 'running')""";

    private static final String FORGET = "DELETE FROM trace_back WHERE created_at < $1";

    /** Queues a job; does nothing when the platform has ordered one for the same cause before. */
    Future<Void> add(SqlClient client, Stored stored) {
        TraceBack job = stored.job();
        return client.preparedQuery(ADD)
                .execute(Tuple.of(
                        job.id(),
                        time(job.orderedAt()),
                        job.orderedBy(),
                        stored.division(),
                        Json.text(job.question()),
                        job.cause() == null ? null : Json.text(job.cause())))
                .mapEmpty();
    }

    Future<Integer> waiting(SqlClient client) {
        return client.query(WAITING)
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    /** A job, or null. */
    Future<Stored> get(SqlClient client, UUID id) {
        return client.preparedQuery(GET)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : stored(rows.iterator().next()));
    }

    /** The newest jobs that a caller sees, without their results. */
    Future<List<TraceBack>> list(SqlClient client, TraceBackQuery query) {
        Tuple values = Tuple.tuple()
                .addString(query.cause() == null ? null : Json.text(query.cause()))
                .addString(query.caller().user())
                .addArrayOfString(query.caller().areas().toArray(String[]::new))
                .addInteger(query.limit());
        return client.preparedQuery(LIST).execute(values).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> stored(row).job())
                .toList());
    }

    /** The next job to be run, people's before the platform's own, or null. */
    Future<Claimed> claim(SqlClient client) {
        return client.preparedQuery(CLAIM)
                .execute()
                .map(rows -> rows.size() == 0 ? null : claimed(rows.iterator().next()));
    }

    private static Claimed claimed(Row row) {
        return new Claimed(
                row.getUUID("id"),
                read(row.getString("question"), TraceBackQuestion.class),
                row.getInteger("attempts"));
    }

    /** Notes the progress and keeps the job; false when it is no more this process's to run. */
    Future<Boolean> progress(SqlClient client, Claimed job, double progress) {
        return client.preparedQuery(PROGRESS)
                .execute(Tuple.of(job.id(), job.attempt(), progress))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Void> done(SqlClient client, Claimed job, TraceBackResult result, Instant now) {
        return client.preparedQuery(END)
                .execute(Tuple.of(
                        job.id(), job.attempt(), TraceBackState.DONE.text(), time(now), Json.text(result), null))
                .mapEmpty();
    }

    Future<Void> failed(SqlClient client, Claimed job, String problem, Instant now) {
        return client.preparedQuery(END)
                .execute(Tuple.of(job.id(), job.attempt(), TraceBackState.FAILED.text(), time(now), null, problem))
                .mapEmpty();
    }

    Future<Void> cancel(SqlClient client, UUID id, Instant now) {
        return client.preparedQuery(CANCEL).execute(Tuple.of(id, time(now))).mapEmpty();
    }

    Future<Integer> forgetBefore(SqlClient client, Instant time) {
        return client.preparedQuery(FORGET).execute(Tuple.of(time(time))).map(RowSet::rowCount);
    }

    private static Stored stored(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        TraceBack job = new TraceBack(
                row.getUUID("id"),
                TraceBackState.of(row.getString("state")),
                row.getDouble("progress"),
                row.getString("started_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                read(row.getString("question"), TraceBackQuestion.class),
                read(row.getString("cause"), TraceBackCause.class),
                row.getString("problem"),
                read(row.getString("result"), TraceBackResult.class));
        return new Stored(job, row.getString("division"));
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : Json.parse(json, type);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}

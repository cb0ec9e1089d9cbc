package io.sanse.model.backtest.job;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.service.BacktestJob;
import io.sanse.contract.service.BacktestJob.PlayedVersion;
import io.sanse.contract.service.BacktestOrder;
import io.sanse.contract.service.BacktestPage;
import io.sanse.contract.service.BacktestQuery;
import io.sanse.contract.service.BacktestResult;
import io.sanse.contract.service.BacktestState;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table {@code backtest}. */
final class JobStore {
    /** A running job that was not beaten for so long has lost its node. */
    static final Duration LOST = Duration.ofSeconds(30);

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('backtest'))";

    private static final String RUNNING = """
            SELECT count(*) FROM backtest WHERE state = 'running' AND beaten_at > $1""";

    private static final String INSERT = """
            INSERT INTO backtest (id, owner, from_time, until_time, versions, against, state, progress, cancelling, ordered_at, beaten_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'running', 0, false, $7, $7)""";

    private static final String FIND = """
            SELECT * FROM backtest WHERE id = $1""";

    private static final String NEWEST_BEFORE = """
            SELECT id, owner, from_time, until_time, versions, against, state, progress, ordered_at, beaten_at, ended_at,
                reason, NULL AS result, seq
            FROM backtest
            WHERE seq < $1 AND ($2::text IS NULL OR owner = $2)
              AND ($3::text IS NULL OR EXISTS (SELECT 1 FROM unnest(versions) AS played WHERE split_part(played, '@', 1) = $3))
            ORDER BY seq DESC LIMIT $4""";

    private static final String BEAT = """
            UPDATE backtest SET progress = $2, beaten_at = $3 WHERE id = $1 AND state = 'running' RETURNING cancelling""";

    private static final String CANCEL = """
            UPDATE backtest SET cancelling = true WHERE id = $1 AND state = 'running'""";

    private static final String END = """
            UPDATE backtest SET state = $2, ended_at = $3, reason = $4, result = $5, progress = CASE $2 WHEN 'done' THEN 1 ELSE progress END
            WHERE id = $1 AND state = 'running'""";

    private static final String FORGET = """
            DELETE FROM backtest WHERE ordered_at < $1""";

    /**
     * A job to begin.
     *
     * @param versions that are told about
     * @param against versions that they are compared with
     */
    record Begun(BacktestOrder order, List<PlayedVersion> versions, List<PlayedVersion> against) {}

    /**
     * How a job ended.
     *
     * @param state final state
     * @param reason of a failure, or null
     * @param result of what is done, or null
     */
    record End(BacktestState state, String reason, BacktestResult result) {}

    /** Nobody else begins a job before the transaction ends. */
    Future<Void> lock(SqlClient transaction) {
        return transaction.query(LOCK).execute().mapEmpty();
    }

    /** Jobs that run now, on whatever node. */
    Future<Long> running(SqlClient client, Instant now) {
        return client.preparedQuery(RUNNING)
                .execute(Tuple.of(utc(now.minus(LOST))))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Future<Void> insert(SqlClient client, Begun job, Instant now) {
        BacktestOrder order = job.order();
        Tuple values = Tuple.of(order.id(), order.caller().user(), utc(order.from()), utc(order.until()))
                .addArrayOfString(texts(job.versions()))
                .addArrayOfString(texts(job.against()))
                .addOffsetDateTime(utc(now));
        return client.preparedQuery(INSERT).execute(values).mapEmpty();
    }

    private static String[] texts(List<PlayedVersion> versions) {
        return versions.stream().map(PlayedVersion::toString).toArray(String[]::new);
    }

    /** The job, or null. */
    Future<BacktestJob> find(SqlClient client, UUID id, Instant now) {
        return client.preparedQuery(FIND).execute(Tuple.of(id)).map(rows -> first(rows, now));
    }

    private static BacktestJob first(RowSet<Row> rows, Instant now) {
        return rows.size() == 0 ? null : job(rows.iterator().next(), now);
    }

    /**
     * One page, newest first, without results; fails with {@link IllegalArgumentException} when the cursor is none of ours.
     *
     * @param owner only this user's, or null
     */
    Future<BacktestPage> page(SqlClient client, BacktestQuery query, String owner, Instant now) {
        Tuple values = Tuple.of(
                query.after() == null ? Long.MAX_VALUE : cursor(query.after()),
                owner,
                query.model(),
                query.limit() + 1);
        return client.preparedQuery(NEWEST_BEFORE)
                .execute(values)
                .map(found ->
                        page(StreamSupport.stream(found.spliterator(), false).toList(), query.limit(), now));
    }

    private static long cursor(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("the cursor cannot be read");
        }
        return Long.parseLong(after);
    }

    private static BacktestPage page(List<Row> rows, int limit, Instant now) {
        String next = rows.size() > limit ? rows.get(limit - 1).getLong("seq").toString() : null;
        return new BacktestPage(
                rows.stream().limit(limit).map(row -> job(row, now)).toList(), next);
    }

    /** Tells how far a job is; completes with whether it is to end. */
    Future<Boolean> beat(SqlClient client, UUID id, double progress, Instant now) {
        return client.preparedQuery(BEAT)
                .execute(Tuple.of(id, progress, utc(now)))
                .map(rows -> rows.size() == 0 || rows.iterator().next().getBoolean(0));
    }

    Future<Void> cancel(SqlClient client, UUID id) {
        return client.preparedQuery(CANCEL).execute(Tuple.of(id)).mapEmpty();
    }

    Future<Void> end(SqlClient client, UUID id, End end, Instant now) {
        String result = end.result() == null ? null : Json.text(end.result());
        Tuple values = Tuple.of(id, end.state().text(), utc(now), end.reason(), result);
        return client.preparedQuery(END).execute(values).mapEmpty();
    }

    Future<Void> forgetOrderedBefore(SqlClient client, Instant time) {
        return client.preparedQuery(FORGET).execute(Tuple.of(utc(time))).mapEmpty();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static BacktestJob job(Row row, Instant now) {
        BacktestState state = BacktestState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
        boolean lost = state == BacktestState.RUNNING
                && instant(row, "beaten_at").plus(LOST).isBefore(now);
        return new BacktestJob(
                row.getUUID("id"),
                lost ? BacktestState.INTERRUPTED : state,
                row.getDouble("progress"),
                row.getString("owner"),
                instant(row, "ordered_at"),
                lost ? instant(row, "beaten_at") : instant(row, "ended_at"),
                instant(row, "from_time"),
                instant(row, "until_time"),
                versions(row.getArrayOfStrings("versions")),
                versions(row.getArrayOfStrings("against")),
                row.getString("reason"),
                result(row.getString("result")));
    }

    private static List<PlayedVersion> versions(String[] texts) {
        return Stream.of(texts).map(PlayedVersion::parse).toList();
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    private static BacktestResult result(String json) {
        try {
            return json == null ? null : Json.parse(json, BacktestResult.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

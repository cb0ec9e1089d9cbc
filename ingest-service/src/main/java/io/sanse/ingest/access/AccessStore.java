package io.sanse.ingest.access;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.Subject;
import io.sanse.contract.access.Access;
import io.sanse.contract.access.AccessNote;
import io.sanse.contract.access.AccessPage;
import io.sanse.contract.access.AccessPurpose;
import io.sanse.contract.access.AccessQuery;
import io.sanse.contract.access.AccessResult;
import io.sanse.contract.access.AccessTurn;
import io.sanse.contract.access.AccessTurnQuery;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The table {@code access_log}, and whose turn it is to be written there. */
public final class AccessStore {
    private static final String INSERT = """
            INSERT INTO access_log (id, at, caller, roles, department, resource, persons, purpose, reference, reason,
                                    address, forwarded_for, result, kept_until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)""";

    private static final String NEWEST_BEFORE = """
            SELECT * FROM access_log
            WHERE seq < $1 AND ($2::text IS NULL OR persons @> ARRAY[$2]) AND ($3::text IS NULL OR caller = $3)
            ORDER BY seq DESC LIMIT $4""";

    private static final String FORGET = """
            DELETE FROM access_log WHERE kept_until < $1 AND kept_until < now()""";

    private static final long MINUTE_S = 60;

    private final Database database;
    private final Duration keep;
    private final TurnStore turns = new TurnStore();

    public AccessStore(Database database, AccessSettings settings) {
        this.database = database;
        this.keep = settings.keep();
    }

    /** Takes a place of the running minute. */
    public Future<AccessTurn> turn(AccessTurnQuery query, Instant at) {
        long minute = at.getEpochSecond() / MINUTE_S;
        return database.transaction(
                connection -> turns.next(connection, query.caller().user(), minute));
    }

    /** Completes when the entry is on disk, and with it that the place of what was not refused is free again. */
    public Future<Void> insert(AccessNote note, Instant at) {
        boolean free = note.result() == AccessResult.GIVEN || note.result() == AccessResult.FAILED;
        return database.transaction(connection -> connection
                .preparedQuery(INSERT)
                .execute(row(UUID.randomUUID(), note, at))
                .compose(written -> free ? turns.giveBack(connection, note.turn()) : Future.<Void>succeededFuture()));
    }

    private Tuple row(UUID id, AccessNote note, Instant at) {
        Caller caller = note.caller();
        StatedPurpose stated = note.stated();
        return Tuple.of(id, at.atOffset(ZoneOffset.UTC), caller.user())
                .addArrayOfString(texts(caller.roles().stream().sorted().map(Role::text)))
                .addString(caller.department())
                .addString(note.resource())
                .addArrayOfString(texts(note.persons().stream().map(Subject::toString)))
                .addString(stated.purpose() == null ? null : stated.purpose().text())
                .addString(stated.reference())
                .addString(stated.reason())
                .addString(note.origin().address())
                .addString(note.origin().forwardedFor())
                .addString(note.result().text())
                .addOffsetDateTime(at.plus(keep).atOffset(ZoneOffset.UTC));
    }

    private static String[] texts(Stream<String> texts) {
        return texts.toArray(String[]::new);
    }

    /** One page, newest first; fails with {@link IllegalArgumentException} when the cursor is none of ours. */
    public Future<AccessPage> page(AccessQuery query) {
        Tuple values = Tuple.of(
                query.after() == null ? Long.MAX_VALUE : cursor(query.after()),
                query.person() == null ? null : query.person().toString(),
                query.user(),
                query.limit() + 1);
        return database.transaction(
                        connection -> connection.preparedQuery(NEWEST_BEFORE).execute(values))
                .map(rows -> page(rows, query.limit()));
    }

    private static long cursor(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("the cursor cannot be read");
        }
        return Long.parseLong(after);
    }

    private static AccessPage page(RowSet<Row> found, int limit) {
        List<Row> rows = StreamSupport.stream(found.spliterator(), false).toList();
        List<Access> page = rows.stream().limit(limit).map(AccessStore::access).toList();
        return new AccessPage(
                page, rows.size() > limit ? rows.get(limit - 1).getLong("seq").toString() : null);
    }

    private static Access access(Row row) {
        return new Access(
                row.getUUID("id").toString(),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("caller"),
                list(row.getArrayOfStrings("roles"), Role::of),
                row.getString("department"),
                row.getString("resource"),
                list(row.getArrayOfStrings("persons"), Subject::parse),
                row.getString("purpose") == null ? null : AccessPurpose.of(row.getString("purpose")),
                row.getString("reference"),
                row.getString("reason"),
                row.getString("address"),
                row.getString("forwarded_for"),
                AccessResult.of(row.getString("result")),
                row.getOffsetDateTime("kept_until").toInstant());
    }

    private static <T> List<T> list(String[] texts, Function<String, T> parser) {
        return Stream.of(texts).map(parser).toList();
    }

    /** Deletes what need not be kept any more, by our clock and by the database's: one row that it refused would keep all. */
    Future<Integer> forget(Instant now) {
        return database.transaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount));
    }
}

package io.sanse.ingest.deadletter;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.service.DeadLetterPage;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table {@code dead_letter}. */
public final class DeadLetterStore {
    private static final String INSERT = """
            INSERT INTO dead_letter (id, service, protocol, feed, reason, detail, raw, received_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO NOTHING""";

    private static final String NEWEST_BEFORE = """
            SELECT id, service, protocol, feed, reason, detail, raw, received_at FROM dead_letter
            WHERE ($1::text IS NULL OR protocol = $1) AND ($2::text IS NULL OR reason = $2)
              AND (received_at, id) < ($3, $4)
            ORDER BY received_at DESC, id DESC LIMIT $5""";

    private static final String FORGET = """
            DELETE FROM dead_letter WHERE received_at < $1""";

    private final Database database;

    public DeadLetterStore(Database database) {
        this.database = database;
    }

    Future<Void> insert(SqlClient transaction, List<DeadLetter> letters) {
        return transaction
                .preparedQuery(INSERT)
                .executeBatch(letters.stream().map(DeadLetterStore::row).toList())
                .mapEmpty();
    }

    private static Tuple row(DeadLetter letter) {
        return Tuple.of(letter.id(), storable(letter.service()), storable(letter.protocol()))
                .addString(storable(letter.feed()))
                .addString(storable(letter.reason()))
                .addString(storable(letter.detail()))
                .addBuffer(Buffer.buffer(letter.raw()))
                .addOffsetDateTime(letter.receivedAt().atOffset(ZoneOffset.UTC));
    }

    /** PostgreSQL's text knows no NUL, and a letter tells of just such input. */
    private static String storable(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** One page, newest first; fails with {@link IllegalArgumentException} when the cursor is none of ours. */
    public Future<DeadLetterPage> page(DeadLetterQuery query) {
        LetterCursor before = query.after() == null ? LetterCursor.END : LetterCursor.parse(query.after());
        Tuple values = Tuple.tuple()
                .addString(query.protocol())
                .addString(query.reason())
                .addOffsetDateTime(before.receivedAt().atOffset(ZoneOffset.UTC))
                .addUUID(before.id())
                .addInteger(query.limit() + 1);
        return database.transaction(connection ->
                        connection.preparedQuery(NEWEST_BEFORE).execute(values).map(DeadLetterStore::letters))
                .map(letters -> page(letters, query.limit()));
    }

    private static List<DeadLetter> letters(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(DeadLetterStore::letter)
                .toList();
    }

    private static DeadLetter letter(Row row) {
        return new DeadLetter(
                row.getUUID("id"),
                row.getString("service"),
                row.getString("protocol"),
                row.getString("feed"),
                row.getString("reason"),
                row.getString("detail"),
                row.getBuffer("raw").getBytes(),
                row.getOffsetDateTime("received_at").toInstant());
    }

    private static DeadLetterPage page(List<DeadLetter> letters, int limit) {
        if (letters.size() <= limit) {
            return new DeadLetterPage(letters, null);
        }
        DeadLetter last = letters.get(limit - 1);
        return new DeadLetterPage(letters.subList(0, limit), new LetterCursor(last.receivedAt(), last.id()).toString());
    }

    Future<Integer> forgetBefore(Instant time) {
        return database.transaction(connection -> connection
                .preparedQuery(FORGET)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC)))
                .map(RowSet::rowCount));
    }
}

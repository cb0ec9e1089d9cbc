package io.sanse.ingest.registry;

import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The table {@code registry_entry}. */
final class RegistryStore {
    private static final String UPSERT = """
            INSERT INTO registry_entry AS stored (kind, id, version, registered_at, details)
            SELECT kind, id, 1, $4, details::jsonb FROM unnest($1::text[], $2::text[], $3::text[]) AS wish (kind, id, details)
            ON CONFLICT (kind, id) DO UPDATE SET
              version = stored.version + 1,
              registered_at = excluded.registered_at,
              details = excluded.details,
              published = false
            WHERE stored.details IS DISTINCT FROM excluded.details""";

    private static final String LOCK_UNPUBLISHED_OF = """
            SELECT id, version, registered_at, details FROM registry_entry
            WHERE NOT published AND (kind, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))
            ORDER BY kind, id FOR UPDATE""";

    private static final String LOCK_UNPUBLISHED = """
            SELECT id, version, registered_at, details FROM registry_entry
            WHERE NOT published ORDER BY kind, id LIMIT $1 FOR UPDATE""";

    private static final String MARK_PUBLISHED = """
            UPDATE registry_entry SET published = true
            WHERE (kind, id) IN (SELECT * FROM unnest($1::text[], $2::text[]))""";

    /** Adds what is new and makes the next version of what differs. No key twice. */
    Future<Void> upsert(SqlClient transaction, List<Registration> registrations, Instant now) {
        Tuple wishes = keys(registrations, registration -> registration.kind().text(), Registration::id)
                .addArrayOfString(column(registrations, registration -> Json.text(registration.details())))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return transaction.preparedQuery(UPSERT).execute(wishes).mapEmpty();
    }

    /** Those of the given that the topic does not have yet; nobody else can change them until the transaction ends. */
    Future<List<RegistryEntry>> lockUnpublished(SqlClient transaction, List<Registration> registrations) {
        Tuple keys = keys(registrations, registration -> registration.kind().text(), Registration::id);
        return transaction.preparedQuery(LOCK_UNPUBLISHED_OF).execute(keys).map(RegistryStore::entries);
    }

    /** Some that the topic does not have yet. */
    Future<List<RegistryEntry>> lockUnpublished(SqlClient transaction, int limit) {
        return transaction
                .preparedQuery(LOCK_UNPUBLISHED)
                .execute(Tuple.of(limit))
                .map(RegistryStore::entries);
    }

    Future<Void> markPublished(SqlClient transaction, List<RegistryEntry> entries) {
        Tuple keys = keys(entries, entry -> entry.kind().text(), RegistryEntry::id);
        return transaction.preparedQuery(MARK_PUBLISHED).execute(keys).mapEmpty();
    }

    private static <T> Tuple keys(List<T> list, Function<T, String> kind, Function<T, String> id) {
        return Tuple.tuple().addArrayOfString(column(list, kind)).addArrayOfString(column(list, id));
    }

    private static <T> String[] column(List<T> list, Function<T, String> value) {
        return list.stream().map(value).toArray(String[]::new);
    }

    private static List<RegistryEntry> entries(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RegistryStore::entry)
                .toList();
    }

    private static RegistryEntry entry(Row row) {
        return new RegistryEntry(
                row.getString(0),
                row.getLong(1),
                row.getOffsetDateTime(2).toInstant(),
                Json.record(row.get(JsonObject.class, 3), Details.class));
    }
}

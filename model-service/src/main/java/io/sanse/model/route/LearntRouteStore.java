package io.sanse.model.route;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.route.domain.Pair;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The table {@code learnt_route}. */
final class LearntRouteStore {
    private static final String OF_PAIR = """
            SELECT number, details FROM learnt_route WHERE generator = $1 AND receiver = $2 ORDER BY number""";

    private static final String PUT = """
            INSERT INTO learnt_route AS known (generator, receiver, number, version, learnt_at, details, published)
            VALUES ($1, $2, $3, 1, $4, $5, false)
            ON CONFLICT (generator, receiver, number) DO UPDATE SET
              version = known.version + 1, learnt_at = excluded.learnt_at, details = excluded.details, published = false
            WHERE known.details <> excluded.details""";

    private static final String UNPUBLISHED = """
            SELECT generator, receiver, number, version, learnt_at, details FROM learnt_route
            WHERE NOT published ORDER BY generator, receiver, number FOR UPDATE""";

    private static final String PUBLISHED = "UPDATE learnt_route SET published = true WHERE NOT published";

    /** The ways of a pair by number. */
    Future<Map<Integer, Details.Route>> of(SqlClient client, Pair pair) {
        return client.preparedQuery(OF_PAIR)
                .execute(Tuple.of(pair.generator(), pair.receiver()))
                .map(rows -> {
                    Map<Integer, Details.Route> ways = new TreeMap<>();
                    rows.forEach(row -> ways.put(row.getInteger("number"), details(row)));
                    return ways;
                });
    }

    /** A new way, or the next version of one. */
    Future<Void> put(SqlClient client, int number, Details.Route way, Instant now) {
        return client.preparedQuery(PUT)
                .execute(
                        Tuple.of(way.generator(), way.receiver(), number, now.atOffset(ZoneOffset.UTC), Json.text(way)))
                .mapEmpty();
    }

    /** Those that the topic does not have yet; nobody else can publish them until the transaction ends. */
    Future<List<RegistryEntry>> lockUnpublished(SqlClient transaction) {
        return transaction.query(UNPUBLISHED).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(LearntRouteStore::entry)
                .toList());
    }

    /** All that {@link #lockUnpublished} has locked are in the topic. */
    Future<Void> markPublished(SqlClient transaction) {
        return transaction.query(PUBLISHED).execute().mapEmpty();
    }

    private static RegistryEntry entry(Row row) {
        String id = Details.Route.LEARNT
                + row.getString("generator")
                + ':'
                + row.getString("receiver")
                + ':'
                + row.getInteger("number");
        return new RegistryEntry(
                id, row.getLong("version"), row.getOffsetDateTime("learnt_at").toInstant(), details(row));
    }

    private static Details.Route details(Row row) {
        try {
            return (Details.Route) Json.parse(row.getString("details"), Details.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

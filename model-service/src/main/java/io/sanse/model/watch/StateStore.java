package io.sanse.model.watch;

import io.sanse.contract.SubjectType;
import io.sanse.contract.service.StateList;
import io.sanse.contract.service.StateList.StateSize;
import io.sanse.model.watch.StateSizes.Measurement;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The table {@code state_size}: each partition by the node that held it last. */
final class StateStore {
    private static final String FORGET = "DELETE FROM state_size WHERE partition = $1";
    private static final String ADD = """
            INSERT INTO state_size (partition, kind, subjects, bytes, largest, largest_bytes, measured_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String TOTAL = """
            SELECT kind, sum(subjects)::bigint AS subjects, sum(bytes)::bigint AS bytes,
                (array_agg(largest ORDER BY largest_bytes DESC))[1] AS largest, max(largest_bytes) AS largest_bytes,
                min(measured_at) AS measured_at
            FROM state_size GROUP BY kind ORDER BY kind""";

    Future<Void> put(SqlConnection transaction, int partition, Measurement measurement) {
        OffsetDateTime at = measurement.at().atOffset(ZoneOffset.UTC);
        List<Tuple> rows = measurement.sizes().stream()
                .map(size -> Tuple.of(partition, size.kind().text(), size.subjects(), size.bytes())
                        .addValue(size.largest())
                        .addValue(size.largestBytes())
                        .addValue(at))
                .toList();
        return transaction
                .preparedQuery(FORGET)
                .execute(Tuple.of(partition))
                .compose(forgotten -> rows.isEmpty()
                        ? Future.succeededFuture()
                        : transaction.preparedQuery(ADD).executeBatch(rows).mapEmpty());
    }

    /** Of all partitions. */
    Future<StateList> total(SqlClient client) {
        return client.query(TOTAL).execute().map(StateStore::total);
    }

    private static StateList total(RowSet<Row> rows) {
        List<StateSize> sizes = new ArrayList<>();
        Instant oldest = null;
        for (Row row : rows) {
            sizes.add(new StateSize(
                    SubjectType.of(row.getString("kind")),
                    row.getLong("subjects"),
                    row.getLong("bytes"),
                    row.getString("largest"),
                    row.getLong("largest_bytes")));
            Instant measured = row.getOffsetDateTime("measured_at").toInstant();
            oldest = oldest == null || measured.isBefore(oldest) ? measured : oldest;
        }
        return new StateList(sizes, oldest);
    }
}

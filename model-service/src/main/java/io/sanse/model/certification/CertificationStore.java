package io.sanse.model.certification;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.service.Certification;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The table {@code model_certification}. */
final class CertificationStore {
    private static final String ADD = """
            INSERT INTO model_certification (model, version, revision, content) VALUES ($1, $2, $3, $4)
            ON CONFLICT (model, version) DO NOTHING""";
    private static final String ALL = "SELECT content FROM model_certification ORDER BY model, version";
    private static final String LOCKED = ALL + " FOR UPDATE";
    private static final String ONE = """
            SELECT content FROM model_certification WHERE model = $1 AND version = $2 FOR UPDATE""";
    private static final String CHANGE = """
            UPDATE model_certification SET revision = $3, content = $4 WHERE model = $1 AND version = $2""";
    private static final String REMIND = """
            UPDATE model_certification SET reminded = $3 WHERE model = $1 AND version = $2 AND reminded < $3""";

    /** Keeps those of versions that have none yet. */
    Future<Void> add(SqlClient client, List<Certification> firsts) {
        return firsts.isEmpty()
                ? Future.succeededFuture()
                : client.preparedQuery(ADD)
                        .executeBatch(
                                firsts.stream().map(CertificationStore::row).toList())
                        .mapEmpty();
    }

    Future<List<Certification>> all(SqlClient client) {
        return client.preparedQuery(ALL).execute().map(CertificationStore::list);
    }

    /** As they are now, until the end of the transaction. */
    Future<List<Certification>> locked(SqlClient transaction) {
        return transaction.preparedQuery(LOCKED).execute().map(CertificationStore::list);
    }

    /** One version's, locked; null when there is none. */
    Future<Certification> one(SqlClient transaction, String model, int version) {
        return transaction.preparedQuery(ONE).execute(Tuple.of(model, version)).map(rows -> list(rows).stream()
                .findFirst()
                .orElse(null));
    }

    Future<Void> change(SqlClient transaction, Certification changed) {
        return transaction.preparedQuery(CHANGE).execute(row(changed)).mapEmpty();
    }

    /** Whether nobody has been reminded of it on this day before; then it counts as done. */
    Future<Boolean> remind(SqlClient client, Certification overdue, LocalDate day) {
        return client.preparedQuery(REMIND)
                .execute(Tuple.of(overdue.model(), overdue.version(), day))
                .map(done -> done.rowCount() > 0);
    }

    private static Tuple row(Certification one) {
        return Tuple.of(one.model(), one.version(), one.revision(), Json.text(one));
    }

    private static List<Certification> list(RowSet<Row> rows) {
        List<Certification> list = new ArrayList<>();
        rows.forEach(row -> list.add(read(row)));
        return list;
    }

    private static Certification read(Row row) {
        try {
            return Json.parse(row.getString(0), Certification.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

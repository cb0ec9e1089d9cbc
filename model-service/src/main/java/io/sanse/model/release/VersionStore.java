package io.sanse.model.release;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionStage;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The tables {@code model_version} and {@code model_assignment}. */
final class VersionStore {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('model ' || $1, 0))";
    private static final String ALL = "SELECT content FROM model_version WHERE model = $1 ORDER BY version DESC";
    private static final String AT = "SELECT content FROM model_version WHERE stage = ANY($1) ORDER BY model, version";
    private static final String PUT = """
            INSERT INTO model_version (model, version, revision, stage, content) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (model, version) DO UPDATE SET revision = $3, stage = $4, content = $5""";
    private static final String ASSIGNED = "SELECT content FROM model_assignment WHERE model = $1";
    private static final String ASSIGN = """
            INSERT INTO model_assignment (model, revision, content, published) VALUES ($1, $2, $3, false)
            ON CONFLICT (model) DO UPDATE SET revision = $2, content = $3, published = false""";
    private static final String UNPUBLISHED = """
            SELECT content FROM model_assignment WHERE NOT published FOR UPDATE SKIP LOCKED""";
    private static final String PUBLISHED = """
            UPDATE model_assignment SET published = true WHERE model = $1 AND revision = $2""";

    /** Nobody else changes the model's versions before the transaction ends. */
    Future<Void> lock(SqlClient transaction, String model) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(model)).mapEmpty();
    }

    /** The versions of a model, newest first. */
    Future<List<ModelVersion>> all(SqlClient client, String model) {
        return client.preparedQuery(ALL).execute(Tuple.of(model)).map(VersionStore::versions);
    }

    /** The versions of all models at some stages. */
    Future<List<ModelVersion>> at(SqlClient client, VersionStage... stages) {
        String[] names = Arrays.stream(stages).map(VersionStage::text).toArray(String[]::new);
        return client.preparedQuery(AT).execute(Tuple.of(names)).map(VersionStore::versions);
    }

    Future<Void> put(SqlClient transaction, List<ModelVersion> versions) {
        List<Tuple> rows = versions.stream()
                .map(version -> Tuple.of(
                        version.model(),
                        version.version(),
                        version.revision(),
                        version.stage().text(),
                        Json.text(version)))
                .toList();
        return transaction.preparedQuery(PUT).executeBatch(rows).mapEmpty();
    }

    /** Which versions of a model judge, or null when nothing was assigned yet. */
    Future<ModelAssignment> assigned(SqlClient transaction, String model) {
        return transaction
                .preparedQuery(ASSIGNED)
                .execute(Tuple.of(model))
                .map(rows -> list(rows, VersionStore::assignment).stream()
                        .findFirst()
                        .orElse(null));
    }

    Future<Void> assign(SqlClient transaction, ModelAssignment assignment) {
        return transaction
                .preparedQuery(ASSIGN)
                .execute(Tuple.of(assignment.model(), assignment.revision(), Json.text(assignment)))
                .mapEmpty();
    }

    /** What the nodes have not been told yet, locked. */
    Future<List<ModelAssignment>> unpublished(SqlClient transaction) {
        return transaction.query(UNPUBLISHED).execute().map(rows -> list(rows, VersionStore::assignment));
    }

    Future<Void> published(SqlClient transaction, ModelAssignment assignment) {
        return transaction
                .preparedQuery(PUBLISHED)
                .execute(Tuple.of(assignment.model(), assignment.revision()))
                .mapEmpty();
    }

    private static List<ModelVersion> versions(RowSet<Row> rows) {
        return list(rows, row -> read(row, ModelVersion.class));
    }

    private static ModelAssignment assignment(Row row) {
        return read(row, ModelAssignment.class);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(reader.apply(row)));
        return list;
    }

    private static <T> T read(Row row, Class<T> type) {
        try {
            return Json.parse(row.getString(0), type);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

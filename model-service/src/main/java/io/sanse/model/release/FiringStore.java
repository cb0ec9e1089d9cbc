package io.sanse.model.release;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.model.detect.rule.Model;
import io.sanse.runtime.kafka.Message;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table {@code model_firing}: filled from the topics of detections, each counted exactly once. */
final class FiringStore {
    private static final String UNKNOWN = "unknown";
    private static final String ADD = """
            INSERT INTO model_firing (model, version, shadow, hour, district, raised, retracted) VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (model, version, shadow, hour, district)
            DO UPDATE SET raised = model_firing.raised + $6, retracted = model_firing.retracted + $7""";
    private static final String DAYS = """
            SELECT version, shadow, (hour AT TIME ZONE 'Asia/Shanghai')::date AS day, district, sum(raised)::bigint AS raised,
                sum(retracted)::bigint AS retracted
            FROM model_firing WHERE model = $1 AND hour >= $2
            GROUP BY version, shadow, day, district ORDER BY day DESC, version DESC, shadow, district""";
    private static final String RAISED = """
            SELECT coalesce(sum(raised), 0)::bigint FROM model_firing
            WHERE model = $1 AND version = $2 AND NOT shadow AND hour >= $3""";

    Future<Void> add(SqlConnection transaction, List<Message<Detection>> messages) {
        List<Tuple> rows = messages.stream()
                .map(Message::value)
                .map(FiringStore::row)
                .filter(Objects::nonNull)
                .toList();
        return rows.isEmpty()
                ? Future.succeededFuture()
                : transaction.preparedQuery(ADD).executeBatch(rows).mapEmpty();
    }

    /** The row of what is counted: first words and words that take back. */
    private static Tuple row(Detection word) {
        boolean raised = word.change() == Change.RAISED && word.revision() == 1;
        boolean retracted = word.change() == Change.RETRACTED;
        if (!raised && !retracted) {
            return null;
        }
        return Tuple.of(
                Model.idOf(word.model()),
                word.modelVersion(),
                Model.isShadow(word.model()),
                hour(word.detectedAt()),
                word.division() == null ? UNKNOWN : word.division(),
                raised ? 1L : 0L,
                retracted ? 1L : 0L);
    }

    private static OffsetDateTime hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
    }

    /** By day, newest first. */
    Future<List<Firing>> days(SqlClient client, String model, Instant since) {
        return client.preparedQuery(DAYS).execute(Tuple.of(model, hour(since))).map(rows -> {
            List<Firing> days = new ArrayList<>();
            rows.forEach(row -> days.add(firing(row)));
            return days;
        });
    }

    private static Firing firing(Row row) {
        return new Firing(
                row.getInteger("version"),
                row.getBoolean("shadow"),
                row.getLocalDate("day"),
                row.getString("district"),
                row.getLong("raised"),
                row.getLong("retracted"));
    }

    /** How many detections a version has raised since the beginning of an hour. */
    Future<Long> raised(SqlClient client, String model, int version, Instant since) {
        return client.preparedQuery(RAISED)
                .execute(Tuple.of(model, version, hour(since)))
                .map(rows -> rows.iterator().next().getLong(0));
    }
}

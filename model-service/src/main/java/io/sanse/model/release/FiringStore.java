package io.sanse.model.release;

import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.ModelVersionList.Firing;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.release.forecast.FiredHours;
import io.sanse.model.release.forecast.FiredHours.FiredHour;
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

/** The table {@code model_firing}: filled from the topics of detections, each counted exactly once, and for the stage at which its version was. */
final class FiringStore {
    private static final String UNKNOWN = "unknown";
    private static final String SINCE = """
            SELECT (content::jsonb ->> 'effectiveAt')::timestamptz FROM model_version WHERE model = $1 AND version = $2""";
    private static final String ADD = """
            INSERT INTO model_firing (model, version, shadow, hour, district, since, raised, retracted, lasting)
            SELECT $1, $2, $3::boolean, $4::timestamptz, $5::text, stage.since, $6::bigint, $7::bigint,
                CASE WHEN $8::timestamptz < stage.since THEN $6 ELSE 0 END
            FROM (SELECT coalesce(
                (SELECT since FROM (%s) AS known (since) WHERE since <= $9::timestamptz), 'epoch') AS since) AS stage
            ON CONFLICT (model, version, shadow, hour, district, since)
            DO UPDATE SET raised = model_firing.raised + excluded.raised,
                retracted = model_firing.retracted + excluded.retracted,
                lasting = model_firing.lasting + excluded.lasting""".formatted(SINCE);
    private static final String DAYS = """
            SELECT version, shadow, (hour AT TIME ZONE 'Asia/Shanghai')::date AS day, district, sum(raised)::bigint AS raised,
                sum(retracted)::bigint AS retracted
            FROM model_firing WHERE model = $1 AND hour >= $2
            GROUP BY version, shadow, day, district ORDER BY day DESC, version DESC, shadow, district""";
    private static final String HOURS = """
            SELECT hour, sum(raised - lasting)::bigint AS raised, sum(lasting)::bigint AS lasting FROM model_firing
            WHERE model = $1 AND version = $2 AND NOT shadow AND hour >= $3 AND since = (%s)
            GROUP BY hour ORDER BY hour""".formatted(SINCE);

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
        return Tuple.from(List.of(
                Model.idOf(word.model()),
                word.modelVersion(),
                Model.isShadow(word.model()),
                hour(word.detectedAt()),
                word.division() == null ? UNKNOWN : word.division(),
                raised ? 1L : 0L,
                retracted ? 1L : 0L,
                utc(word.episodeStart()),
                utc(word.detectedAt())));
    }

    private static OffsetDateTime hour(Instant at) {
        return utc(at.truncatedTo(ChronoUnit.HOURS));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
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

    /** What a version has raised by the hour since a time, as long as it has been at its stage. */
    Future<FiredHours> hours(SqlClient client, ModelVersion version, Instant from) {
        return client.preparedQuery(HOURS)
                .execute(Tuple.of(version.model(), version.version(), hour(from)))
                .map(rows -> {
                    List<FiredHour> hours = new ArrayList<>();
                    rows.forEach(row -> hours.add(new FiredHour(
                            row.getOffsetDateTime("hour").toInstant(), row.getLong("raised"), row.getLong("lasting"))));
                    return new FiredHours(hours);
                });
    }
}

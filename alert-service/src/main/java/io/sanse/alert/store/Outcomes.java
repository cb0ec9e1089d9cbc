package io.sanse.alert.store;

import io.sanse.contract.service.OutcomeList;
import io.sanse.contract.service.OutcomeList.ModelOutcome;
import io.sanse.contract.service.OutcomeList.Precision;
import io.sanse.contract.service.OutcomeQuery;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What became of the alerts, by model. */
public final class Outcomes {
    private static final Duration IGNORED_AFTER = Duration.ofDays(7);
    private static final String COUNT = """
            SELECT model, count(*) AS raised,
                count(*) FILTER (WHERE verdict = 'confirmed') AS confirmed,
                count(*) FILTER (WHERE verdict = 'unfounded') AS unfounded,
                count(*) FILTER (WHERE verdict = 'undetermined') AS undetermined,
                count(*) FILTER (WHERE condition = 'retracted') AS retracted,
                count(*) FILTER (WHERE state = 'closed') AS closed,
                count(*) FILTER (WHERE state IN ('open', 'reminded', 'dispatched') AND raised_at < $5) AS ignored
            FROM alert WHERE"""
            + " " + Rights.VISIBLE
            + " AND raised_at >= coalesce($3, '-infinity'::timestamptz) AND raised_at < coalesce($4, 'infinity'::timestamptz)"
            + " GROUP BY model ORDER BY model";

    /** @param now wall clock */
    public Future<OutcomeList> count(SqlClient client, Rights rights, OutcomeQuery query, Instant now) {
        return client.preparedQuery(COUNT)
                .execute(rights.parameters()
                        .addValue(query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC))
                        .addValue(query.until() == null ? null : query.until().atOffset(ZoneOffset.UTC))
                        .addValue(now.minus(IGNORED_AFTER).atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<ModelOutcome> outcomes = new ArrayList<>();
                    rows.forEach(row -> outcomes.add(outcome(row)));
                    return new OutcomeList(outcomes);
                });
    }

    private static ModelOutcome outcome(Row row) {
        long confirmed = row.getLong("confirmed");
        long unfounded = row.getLong("unfounded");
        return new ModelOutcome(
                row.getString("model"),
                row.getLong("raised"),
                confirmed,
                unfounded,
                row.getLong("undetermined"),
                row.getLong("retracted"),
                row.getLong("closed"),
                row.getLong("ignored"),
                Precision.of(confirmed, unfounded));
    }
}

package io.sanse.model.watch;

import io.sanse.contract.observation.Kind;
import io.sanse.contract.service.LatenessList;
import io.sanse.contract.service.LatenessList.FeedLateness;
import io.sanse.contract.service.LatenessList.LatenessBucket;
import io.sanse.model.watch.Lateness.Bucket;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The table {@code lateness}: what all nodes have counted, by day. */
final class LatenessStore {
    private static final long MS = 1_000;

    private static final String ADD = """
            INSERT INTO lateness (day, kind, feed, up_to_ms, observations) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (day, kind, feed, up_to_ms) DO UPDATE SET observations = lateness.observations + excluded.observations""";

    private static final String FORGET = "DELETE FROM lateness WHERE day < $1";

    private static final String TOTAL = """
            SELECT kind, feed, up_to_ms, sum(observations)::bigint AS observations
            FROM lateness WHERE day >= $1 GROUP BY kind, feed, up_to_ms ORDER BY kind, feed, up_to_ms""";

    private record Series(Kind kind, String feed) {}

    /** @param counts in the order in which every node writes them, so that no two wait for each other */
    Future<Void> add(SqlConnection transaction, LocalDate day, NavigableMap<Bucket, Long> counts) {
        List<Tuple> rows = counts.entrySet().stream()
                .map(one -> Tuple.of(
                        day,
                        one.getKey().kind().text(),
                        one.getKey().feed(),
                        one.getKey().upToMs(),
                        one.getValue()))
                .toList();
        return transaction.preparedQuery(ADD).executeBatch(rows).mapEmpty();
    }

    Future<Void> forgetBefore(SqlConnection transaction, LocalDate day) {
        return transaction.preparedQuery(FORGET).execute(Tuple.of(day)).mapEmpty();
    }

    Future<LatenessList> total(SqlClient client, LocalDate from) {
        return client.preparedQuery(TOTAL).execute(Tuple.of(from)).map(rows -> new LatenessList(from, items(rows)));
    }

    private static List<FeedLateness> items(RowSet<Row> rows) {
        Map<Series, List<LatenessBucket>> all = new LinkedHashMap<>();
        for (Row row : rows) {
            Series series = new Series(Kind.of(row.getString("kind")), row.getString("feed"));
            long upToMs = row.getLong("up_to_ms");
            all.computeIfAbsent(series, none -> new ArrayList<>())
                    .add(new LatenessBucket(
                            upToMs == Lateness.NO_END ? null : (Long) (upToMs / MS), row.getLong("observations")));
        }
        return all.entrySet().stream()
                .map(one -> item(one.getKey(), one.getValue()))
                .toList();
    }

    private static FeedLateness item(Series series, List<LatenessBucket> buckets) {
        long observations =
                buckets.stream().mapToLong(LatenessBucket::observations).sum();
        return new FeedLateness(series.kind(), series.feed(), observations, buckets);
    }
}

package io.sanse.alert.store;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.service.AlertPage;
import io.sanse.contract.service.AlertQuery;
import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of alerts, newest first, page by page: a page goes on behind the last row of the one before, whatever has been raised meanwhile. */
public final class AlertPages {
    private static final int MAX_LIMIT = 200;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** A statement that grows by its conditions. */
    private static final class Statement {
        private final StringBuilder sql = new StringBuilder("SELECT content, raised_at, id FROM alert WHERE ");
        private final Tuple parameters;

        Statement(Rights rights) {
            sql.append(Rights.VISIBLE);
            parameters = rights.parameters();
        }

        /** @param condition with {@code ?} for the parameter; left out when the value is null */
        Statement and(String condition, Object value) {
            if (value != null) {
                parameters.addValue(value);
                sql.append(" AND ").append(condition.replace("?", "$" + parameters.size()));
            }
            return this;
        }

        Statement plain(boolean wanted, String condition) {
            sql.append(wanted ? " AND " + condition : "");
            return this;
        }

        Future<List<Row>> execute(SqlClient client, int limit) {
            sql.append(" ORDER BY raised_at DESC, id DESC LIMIT ").append(limit);
            return client.preparedQuery(sql.toString()).execute(parameters).map(rows -> {
                List<Row> list = new ArrayList<>();
                rows.forEach(list::add);
                return list;
            });
        }
    }

    /** One page. Fails with {@link Rejected} for a bad cursor or limit. */
    public Future<AlertPage> page(SqlClient client, Rights rights, AlertQuery query) {
        if (query.limit() < 1 || query.limit() > MAX_LIMIT) {
            return Future.failedFuture(new Rejected("bad-limit", "limit is 1 to " + MAX_LIMIT));
        }
        Statement statement = new Statement(rights)
                .and("level = ?", query.level() == null ? null : query.level().text())
                .and("state = ?", query.state() == null ? null : query.state().text())
                .plain(Boolean.TRUE.equals(query.open()), "state <> 'closed'")
                .plain(Boolean.FALSE.equals(query.open()), "state = 'closed'")
                .and("model = ?", query.model())
                .and(
                        "(subject = ? OR mentions @> ARRAY[?::text])",
                        query.subject() == null ? null : query.subject().toString())
                .and("departments @> ARRAY[?::text]", query.department())
                .and("starts_with(division, ?)", query.division())
                .and("raised_at >= ?", time(query.from()))
                .and("raised_at < ?", time(query.until()));
        if (query.after() != null) {
            Matcher cursor = CURSOR.matcher(query.after());
            if (!cursor.matches()) {
                return Future.failedFuture(new Rejected("bad-cursor", "the cursor is not one that was given out"));
            }
            behind(statement, Long.parseLong(cursor.group(1)), UUID.fromString(cursor.group(2)));
        }
        return statement.execute(client, query.limit() + 1).map(rows -> page(rows, query.limit()));
    }

    private static void behind(Statement statement, long micros, UUID id) {
        Instant raisedAt = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        statement.parameters.addOffsetDateTime(time(raisedAt)).addUUID(id);
        int last = statement.parameters.size();
        statement.plain(true, "(raised_at, id) < ($" + (last - 1) + ", $" + last + ")");
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static AlertPage page(List<Row> rows, int limit) {
        List<Alert> items = rows.stream().limit(limit).map(AlertPages::alert).toList();
        return new AlertPage(items, rows.size() > limit ? cursor(rows.get(limit - 1)) : null);
    }

    private static String cursor(Row row) {
        Instant raisedAt = row.getOffsetDateTime("raised_at").toInstant();
        return ChronoUnit.MICROS.between(Instant.EPOCH, raisedAt) + "-" + row.getUUID("id");
    }

    private static Alert alert(Row row) {
        try {
            return Json.parse(row.getString("content"), AlertCase.class).seen();
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

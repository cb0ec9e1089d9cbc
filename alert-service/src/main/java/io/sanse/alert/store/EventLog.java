package io.sanse.alert.store;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.domain.event.AlertCase;
import io.sanse.alert.domain.event.Step;
import io.sanse.alert.ledger.Ledger;
import io.sanse.alert.ledger.SealedStep;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.service.AlertEventPage;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The log of all alerts' events. */
public final class EventLog {
    private static final String ERASED_USER = "erased";
    private static final LocalizedText ERASED = new LocalizedText("内容已依法删除", "erased by law");

    private static final String APPEND = """
            INSERT INTO alert_event
                (alert_id, number, position, type, recorded_at, division, departments, core, personal, snapshot, hash)
            VALUES ($1, $2::bigint,
                greatest(pg_current_xact_id(), (SELECT position FROM alert_event WHERE alert_id = $1 AND number = $2::bigint - 1)),
                $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String COLUMNS =
            "alert_id, number, position::text AS place, seq, core, personal, snapshot, hash";
    private static final String TIMELINE =
            "SELECT " + COLUMNS + " FROM alert_event WHERE alert_id = $1 ORDER BY number";
    private static final String AFTER = "SELECT " + COLUMNS + """
             FROM alert_event
            WHERE (position, seq) > ($1::text::xid8, $2) AND position < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY position, seq LIMIT $3""";
    private static final String WINDOW_END = """
            SELECT position::text AS place, seq FROM (
                SELECT position, seq FROM alert_event
                WHERE (position, seq) > ($1::text::xid8, $2) AND position < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY position, seq LIMIT $3) looked_at
            ORDER BY position DESC, seq DESC LIMIT 1""";
    private static final String VISIBLE_IN_WINDOW =
            "SELECT " + COLUMNS + " FROM alert_event WHERE " + Rights.VISIBLE + """
             AND (position, seq) > ($3::text::xid8, $4) AND (position, seq) <= ($5::text::xid8, $6)
            ORDER BY position, seq""";
    private static final String END = """
            SELECT position::text AS place, seq FROM alert_event
            WHERE position < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY position DESC, seq DESC LIMIT 1""";
    private static final String TYPES_SINCE =
            "SELECT type FROM alert_event WHERE alert_id = $1 AND number > $2 ORDER BY number LIMIT 100";

    /**
     * An event to write.
     *
     * @param before the alert before it; its audience may see what takes the alert from them
     * @param after the alert after it
     */
    record Entry(AlertCase before, AlertCase after, Step step, SealedStep sealed) {}

    /** Appends events of one alert, whose row is locked. */
    Future<Void> append(SqlClient transaction, List<Entry> entries) {
        return transaction
                .preparedQuery(APPEND)
                .executeBatch(entries.stream().map(EventLog::row).toList())
                .mapEmpty();
    }

    private static Tuple row(Entry entry) {
        Stream<String> audience =
                Stream.concat(entry.before().audience(), entry.after().audience());
        return Tuple.of(
                        entry.after().id(),
                        entry.sealed().number(),
                        entry.step().type().text(),
                        entry.step().recordedAt().atOffset(ZoneOffset.UTC),
                        entry.after().facts().division(),
                        audience.distinct().toArray(String[]::new))
                .addString(entry.sealed().core())
                .addString(entry.sealed().personal())
                .addString(Json.text(entry.after().seen()))
                .addString(entry.sealed().hash());
    }

    /** Everything of one alert, oldest first. */
    public Future<List<AlertEvent>> timeline(SqlClient client, UUID alertId) {
        return client.preparedQuery(TIMELINE).execute(Tuple.of(alertId)).map(EventLog::events);
    }

    /** The chain of one alert as it was sealed, oldest first. */
    public Future<List<SealedStep>> chain(SqlClient client, UUID alertId) {
        return client.preparedQuery(TIMELINE).execute(Tuple.of(alertId)).map(rows -> {
            List<SealedStep> chain = new ArrayList<>();
            rows.forEach(row -> chain.add(sealed(row)));
            return chain;
        });
    }

    /** Types of the events behind a version of one alert. */
    public Future<List<String>> typesSince(SqlClient client, UUID alertId, long version) {
        return client.preparedQuery(TYPES_SINCE)
                .execute(Tuple.of(alertId, version))
                .map(rows -> {
                    List<String> types = new ArrayList<>();
                    rows.forEach(row -> types.add(row.getString("type")));
                    return types;
                });
    }

    /**
     * Events of all alerts behind a cursor, in the order of the log, each alert's in their own order, none skipped: what transactions still under way may yet
     * put before is waited for.
     */
    public Future<List<AlertEvent>> after(SqlClient client, Cursor cursor, int limit) {
        return client.preparedQuery(AFTER)
                .execute(Tuple.of(cursor.position(), cursor.seq(), limit))
                .map(EventLog::events);
    }

    /** Events behind a cursor that somebody may see; the page's cursor is behind all that were looked at, at most {@code limit}. */
    public Future<AlertEventPage> page(Database database, Rights rights, Cursor after, int limit) {
        return database.transaction(transaction -> windowEnd(transaction, after, limit)
                .compose(end -> rights.ask(transaction, () -> visible(transaction, rights, after, end))
                        .map(events -> new AlertEventPage(events, end.toString()))));
    }

    private static Future<Cursor> windowEnd(SqlClient client, Cursor cursor, int limit) {
        return client.preparedQuery(WINDOW_END)
                .execute(Tuple.of(cursor.position(), cursor.seq(), limit))
                .map(rows -> cursor(rows, cursor));
    }

    private static Future<List<AlertEvent>> visible(SqlClient client, Rights rights, Cursor after, Cursor upTo) {
        Tuple parameters = rights.parameters()
                .addString(after.position())
                .addLong(after.seq())
                .addString(upTo.position())
                .addLong(upTo.seq());
        return client.preparedQuery(VISIBLE_IN_WINDOW).execute(parameters).map(EventLog::events);
    }

    /** The present end of the log. */
    public Future<Cursor> end(SqlClient client) {
        return client.preparedQuery(END).execute().map(rows -> cursor(rows, Cursor.BEGINNING));
    }

    private static Cursor cursor(Iterable<Row> rows, Cursor otherwise) {
        for (Row row : rows) {
            return cursor(row);
        }
        return otherwise;
    }

    private static Cursor cursor(Row row) {
        return new Cursor(row.getString("place"), row.getLong("seq"));
    }

    private static List<AlertEvent> events(Iterable<Row> rows) {
        List<AlertEvent> events = new ArrayList<>();
        rows.forEach(row -> events.add(event(row)));
        return events;
    }

    private static SealedStep sealed(Row row) {
        return new SealedStep(
                row.getLong("number"), row.getString("core"), row.getString("personal"), row.getString("hash"));
    }

    private static AlertEvent event(Row row) {
        SealedStep sealed = sealed(row);
        Step step = Ledger.open(sealed);
        boolean erased = sealed.personal() == null;
        return new AlertEvent(
                row.getUUID("alert_id"),
                sealed.number(),
                cursor(row).toString(),
                step.type(),
                step.at(),
                step.author().clientAt(),
                erased ? ERASED_USER : step.author().user(),
                step.author().origin(),
                step.reason(),
                step.clock(),
                step.details(),
                erased ? ERASED : step.text(),
                Ledger.previous(sealed),
                sealed.hash(),
                step.cause() == null ? null : step.cause().observedAt(),
                step.cause() == null ? null : step.cause().receivedAt(),
                snapshot(row.getString("snapshot")));
    }

    private static Alert snapshot(String json) {
        try {
            return Json.parse(json, Alert.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

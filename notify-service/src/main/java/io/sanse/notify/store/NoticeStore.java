package io.sanse.notify.store;

import io.sanse.contract.Level;
import io.sanse.notify.domain.Contact;
import io.sanse.notify.domain.Decision;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.History;
import io.sanse.notify.domain.ModelMessage;
import io.sanse.notify.domain.Notice;
import io.sanse.notify.domain.Suppression;
import io.sanse.notify.policy.Budget;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code delivery} where messages are decided: what was sent before, and the claim of a new one. */
public final class NoticeStore {
    private static final String LOCK_DECISIONS = "SELECT pg_advisory_xact_lock(hashtext('sanse.notify.decisions'))";
    private static final String HISTORY = """
            SELECT
              EXISTS (SELECT FROM delivery WHERE alert_id = $1 AND recipient = $2 AND level = $3 AND announces
                      AND state NOT IN ('suppressed', 'failed')) AS announced,
              EXISTS (SELECT FROM delivery WHERE alert_id = $1 AND event = $4 AND template = $5 AND phone = $6
                      AND state <> 'suppressed') AS same_phone,
              (SELECT count(*)::int FROM delivery WHERE phone = $6 AND created_at > $7 AND level = ANY ($8)
                      AND state <> 'suppressed') AS to_phone,
              (SELECT count(*)::int FROM delivery WHERE created_at > $7 AND level = ANY ($8)
                      AND state <> 'suppressed') AS in_all""";
    private static final String CLAIM = """
            INSERT INTO delivery (id, alert_id, event, template, recipient, level, announces, phone, body, division, departments,
                                  state, reason, not_before, received_at, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16)
            ON CONFLICT (alert_id, event, recipient, template) DO NOTHING""";
    private static final String CLAIM_MODEL_NOTICE = """
            INSERT INTO delivery (id, notice_id, event, template, recipient, level, announces, phone, body, departments,
                                  state, reason, not_before, created_at, updated_at)
            VALUES ($1, $2, 0, $3, $4, $5, false, $6, $7, $8, $9, $10, $11, $12, $12)
            ON CONFLICT (notice_id, recipient, template) WHERE notice_id IS NOT NULL DO NOTHING""";
    private static final String PARTS = """
            INSERT INTO delivery_part (delivery_id, number, state)
            SELECT $1, number, 'pending' FROM generate_series(1, $2::int) AS number""";
    private static final String SUPERSEDE = """
            UPDATE delivery SET state = 'suppressed', reason = $2, updated_at = $3
            WHERE alert_id = $1 AND state = 'claimed' AND attempts = 0""";
    private static final String REACHABLE_NOW = """
            UPDATE delivery SET state = 'claimed', reason = NULL, phone = reached.phone, not_before = $3, updated_at = $3
            FROM unnest($1::text[], $2::text[]) AS reached (recipient, phone)
            WHERE delivery.recipient = reached.recipient AND reached.phone IS NOT NULL
              AND state = 'suppressed' AND reason = 'no-contact' AND created_at > $4""";

    /**
     * Until the end of the transaction nobody else decides about messages: what is left of a budget, and whether a contact
     * is known, does not change meanwhile.
     */
    public Future<Void> lockDecisions(SqlConnection tx) {
        return tx.query(LOCK_DECISIONS).execute().mapEmpty();
    }

    /** What there was before this message. */
    public Future<History> history(SqlConnection tx, Notice notice, Budget budget, Instant now) {
        Tuple question = Tuple.of(
                        notice.event().alertId(),
                        notice.recipient().name(),
                        notice.event().alert().level().text(),
                        notice.event().number(),
                        notice.template().id())
                .addString(notice.recipient().phone())
                .addOffsetDateTime(utc(now.minus(budget.window())))
                .addArrayOfString(budget.levels().stream().map(Level::text).toArray(String[]::new));
        return tx.preparedQuery(HISTORY)
                .execute(question)
                .map(rows -> rows.iterator().next())
                .map(row -> new History(
                        row.getBoolean("announced"),
                        row.getBoolean("same_phone"),
                        row.getInteger("to_phone"),
                        row.getInteger("in_all")));
    }

    /** Writes the decision; nothing when this event has already been decided for this recipient and template. */
    public Future<Optional<DeliveryState>> claim(SqlConnection tx, Notice notice, Decision decision, Instant now) {
        UUID id = UUID.randomUUID();
        return claimed(
                tx.preparedQuery(CLAIM).execute(row(id, notice, decision, now)), tx, id, notice.parts(), decision);
    }

    /** Writes the decision; nothing when this notice has already been decided for this recipient. */
    public Future<Optional<DeliveryState>> claim(
            SqlConnection tx, ModelMessage message, Decision decision, Instant now) {
        UUID id = UUID.randomUUID();
        return claimed(
                tx.preparedQuery(CLAIM_MODEL_NOTICE).execute(row(id, message, decision, now)),
                tx,
                id,
                message.parts(),
                decision);
    }

    private static Future<Optional<DeliveryState>> claimed(
            Future<RowSet<Row>> insert, SqlConnection tx, UUID id, int parts, Decision decision) {
        return insert.compose(rows -> rows.rowCount() == 0
                ? Future.succeededFuture(Optional.empty())
                : tx.preparedQuery(PARTS).execute(Tuple.of(id, parts)).map(Optional.of(state(decision))));
    }

    private static DeliveryState state(Decision decision) {
        return decision instanceof Decision.Send ? DeliveryState.CLAIMED : DeliveryState.SUPPRESSED;
    }

    private static String reason(Decision decision) {
        return decision instanceof Decision.Suppress suppress
                ? suppress.reason().text()
                : null;
    }

    private static Instant notBefore(Decision decision, Instant now) {
        return decision instanceof Decision.Send send ? send.notBefore() : now;
    }

    /** Messages of the alert that have not been submitted yet will not be. */
    public Future<Integer> supersede(SqlConnection tx, UUID alertId, Instant now) {
        return tx.preparedQuery(SUPERSEDE)
                .execute(Tuple.of(alertId, Suppression.RETRACTED.text(), utc(now)))
                .map(rows -> rows.rowCount());
    }

    /** Messages decided since then that only lacked one of these contacts go out after all. */
    public Future<Integer> reachable(SqlConnection tx, List<Contact> contacts, Instant since, Instant now) {
        Tuple reached = Tuple.tuple()
                .addArrayOfString(contacts.stream().map(Contact::recipient).toArray(String[]::new))
                .addArrayOfString(contacts.stream().map(Contact::phone).toArray(String[]::new))
                .addOffsetDateTime(utc(now))
                .addOffsetDateTime(utc(since));
        return tx.preparedQuery(REACHABLE_NOW).execute(reached).map(rows -> rows.rowCount());
    }

    private static Tuple row(UUID id, ModelMessage message, Decision decision, Instant now) {
        return Tuple.tuple()
                .addUUID(id)
                .addUUID(message.notice())
                .addString(message.template())
                .addString(message.recipient().name())
                .addString(message.level().text())
                .addString(message.recipient().phone())
                .addString(message.text())
                .addArrayOfString(message.departments().toArray(String[]::new))
                .addString(state(decision).text())
                .addString(reason(decision))
                .addOffsetDateTime(utc(notBefore(decision, now)))
                .addOffsetDateTime(utc(now));
    }

    private static Tuple row(UUID id, Notice notice, Decision decision, Instant now) {
        Instant receivedAt = notice.event().receivedAt();
        return Tuple.tuple()
                .addUUID(id)
                .addUUID(notice.event().alertId())
                .addLong(notice.event().number())
                .addString(notice.template().id())
                .addString(notice.recipient().name())
                .addString(notice.event().alert().level().text())
                .addBoolean(notice.template().announces())
                .addString(notice.recipient().phone())
                .addString(notice.text())
                .addString(notice.event().alert().division())
                .addArrayOfString(notice.departments().toArray(String[]::new))
                .addString(state(decision).text())
                .addString(reason(decision))
                .addOffsetDateTime(utc(notBefore(decision, now)))
                .addOffsetDateTime(receivedAt == null ? null : utc(receivedAt))
                .addOffsetDateTime(utc(now));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package io.sanse.notify.store;

import io.sanse.notify.channel.Receipt;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.PartState;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the operator says about submitted parts, and which part it means. */
public final class ReceiptStore {
    private static final String BY_ID_AND_PHONE = """
            SELECT part.delivery_id, part.number FROM delivery_part part JOIN delivery ON delivery.id = part.delivery_id
            WHERE part.message_key = ANY ($1) AND right(delivery.phone, 11) = right($2, 11)
            ORDER BY array_position($1, part.message_key), delivery.position DESC LIMIT 1""";
    private static final String BY_ID = """
            SELECT part.delivery_id, part.number FROM delivery_part part JOIN delivery ON delivery.id = part.delivery_id
            WHERE part.message_key = ANY ($1) AND part.state = 'accepted'
            ORDER BY array_position($1, part.message_key), delivery.position DESC LIMIT 1""";
    private static final String NAMELESS = """
            SELECT part.delivery_id, part.number, count(*) OVER (PARTITION BY part.delivery_id) = count(*) OVER () AS only_one
            FROM delivery_part part JOIN delivery ON delivery.id = part.delivery_id
            WHERE part.state IN ('accepted', 'unknown') AND part.message_key IS NULL
              AND right(delivery.phone, 11) = right($1, 11)
              AND ($2::int IS NULL OR delivery.position & 65535 = $2)
            ORDER BY part.number LIMIT 1""";
    private static final String LOCK = "SELECT FROM delivery WHERE id = $1 FOR UPDATE";
    private static final String FATE = """
            UPDATE delivery_part SET state = $3, message_key = COALESCE(message_key, $4), query_at = NULL
            WHERE delivery_id = $1 AND number = $2 AND state IN ('accepted', 'unknown')""";
    private static final String KEEP = """
            INSERT INTO unmatched_receipt (message_keys, phone, reference, fate, detail, received_at)
            VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String UNMATCHED = """
            SELECT id, message_keys, phone, reference, fate, detail, received_at FROM unmatched_receipt
            ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED""";
    private static final String FORGET = "DELETE FROM unmatched_receipt WHERE id = $1";
    private static final String DUE = """
            UPDATE delivery_part SET query_at = $2
            WHERE (delivery_id, number) IN (SELECT delivery_id, number FROM delivery_part
                   WHERE state = 'accepted' AND query_at <= $1 ORDER BY query_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING delivery_id, number, message_id, accepted_at""";

    /** One short message of a delivery. */
    public record Part(UUID delivery, int number) {}

    /** A part whose receipt is overdue. */
    public record Overdue(Part part, String messageId, Instant acceptedAt) {}

    /** A receipt that fits no part yet. */
    public record Unmatched(long id, Receipt receipt, Instant receivedAt) {}

    private final DeliveryFold fold = new DeliveryFold();

    /** The part with one of the receipt's ids that was sent to its phone. */
    public Future<Optional<Part>> byIdAndPhone(SqlConnection tx, Receipt receipt) {
        Tuple question = ids(receipt).addString(receipt.phone());
        return tx.preparedQuery(BY_ID_AND_PHONE).execute(question).map(ReceiptStore::first);
    }

    /** The newest part with one of the receipt's ids: some operators write another address into receipts. */
    public Future<Optional<Part>> byId(SqlConnection tx, Receipt receipt) {
        return tx.preparedQuery(BY_ID).execute(ids(receipt)).map(ReceiptStore::first);
    }

    private static Tuple ids(Receipt receipt) {
        return Tuple.tuple().addArrayOfString(receipt.messageIds().toArray(String[]::new));
    }

    private static Optional<Part> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(part(rows.iterator().next()));
    }

    /** The part whose id was never learnt, when only one delivery to the receipt's phone has such parts. */
    public Future<Optional<Part>> byPhone(SqlConnection tx, Receipt receipt) {
        return tx.preparedQuery(NAMELESS)
                .execute(Tuple.of(receipt.phone(), receipt.reference()))
                .map(rows -> rows.size() == 0 || !rows.iterator().next().getBoolean("only_one")
                        ? Optional.empty()
                        : Optional.of(part(rows.iterator().next())));
    }

    private static Part part(Row row) {
        return new Part(row.getUUID("delivery_id"), row.getInteger("number"));
    }

    /** Stores the fate of a part. A repeat, and a second opinion after a final one, change nothing. */
    public Future<Optional<DeliveryState>> settle(SqlConnection tx, Part part, Receipt receipt, Instant now) {
        Optional<PartState> state = state(receipt.fate());
        if (state.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        String key =
                receipt.messageIds().isEmpty() ? null : receipt.messageIds().get(0);
        Tuple fate = Tuple.of(part.delivery(), part.number(), state.get().text(), key);
        String reason = receipt.fate() == Receipt.Fate.DELIVERED ? null : receipt.detail();
        Settlement settlement = new Settlement(part.delivery(), reason, now, false);
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(part.delivery()))
                .compose(locked -> tx.preparedQuery(FATE).execute(fate))
                .compose(written -> written.rowCount() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : fold.settle(tx, settlement, now).map(Optional::of));
    }

    private static Optional<PartState> state(Receipt.Fate fate) {
        return switch (fate) {
            case DELIVERED -> Optional.of(PartState.DELIVERED);
            case UNDELIVERED -> Optional.of(PartState.UNDELIVERED);
            case UNKNOWN -> Optional.of(PartState.UNKNOWN);
            case UNDER_WAY -> Optional.empty();
        };
    }

    public Future<Void> keep(SqlConnection tx, Receipt receipt, Instant now) {
        Tuple row = Tuple.tuple()
                .addArrayOfString(receipt.messageIds().toArray(String[]::new))
                .addString(receipt.phone())
                .addInteger(receipt.reference())
                .addString(receipt.fate().name())
                .addString(receipt.detail())
                .addOffsetDateTime(NoticeStore.utc(now));
        return tx.preparedQuery(KEEP).execute(row).mapEmpty();
    }

    /** Receipts that wait for their part, oldest first, locked. */
    public Future<List<Unmatched>> unmatched(SqlConnection tx) {
        return tx.query(UNMATCHED).execute().map(rows -> {
            List<Unmatched> waiting = new ArrayList<>();
            rows.forEach(row -> waiting.add(unmatched(row)));
            return waiting;
        });
    }

    private static Unmatched unmatched(Row row) {
        Receipt receipt = new Receipt(
                List.of(row.getArrayOfStrings("message_keys")),
                row.getString("phone"),
                row.getInteger("reference"),
                Receipt.Fate.valueOf(row.getString("fate")),
                row.getString("detail"));
        return new Unmatched(
                row.getLong("id"), receipt, row.getOffsetDateTime("received_at").toInstant());
    }

    public Future<Void> forget(SqlConnection tx, Unmatched unmatched) {
        return tx.preparedQuery(FORGET).execute(Tuple.of(unmatched.id())).mapEmpty();
    }

    /** Parts whose fate should be asked for now; each comes again at {@code next} unless it is settled. */
    public Future<List<Overdue>> overdue(SqlConnection tx, Instant now, Instant next) {
        return tx.preparedQuery(DUE)
                .execute(Tuple.of(NoticeStore.utc(now), NoticeStore.utc(next)))
                .map(rows -> {
                    List<Overdue> overdue = new ArrayList<>();
                    rows.forEach(row -> overdue.add(new Overdue(
                            part(row),
                            row.getString("message_id"),
                            row.getOffsetDateTime("accepted_at").toInstant())));
                    return overdue;
                });
    }
}

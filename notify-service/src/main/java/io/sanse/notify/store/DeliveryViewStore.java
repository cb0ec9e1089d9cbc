package io.sanse.notify.store;

import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.Role;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryPage;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.DeliveryResolution;
import io.sanse.notify.domain.DeliveryState;
import io.sanse.notify.domain.Phone;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Deliveries as people see them: of alerts only those of the caller's areas and department, of models those of the department; phones masked. */
public final class DeliveryViewStore {
    private static final String VISIBLE = """
            (notice_id IS NOT NULL OR (SELECT bool_or(area = '' OR starts_with(division, area)) FROM unnest($1::text[]) AS area))
            AND ($2::boolean OR $3 = ANY (departments))""";
    private static final String COLUMNS = """
            id, position, alert_id, notice_id, event, level, template, recipient, phone, body, state, reason, attempts, created_at, updated_at,
            (SELECT string_agg(message_id, ',' ORDER BY number) FROM delivery_part WHERE delivery_id = id) AS message_ids
            FROM delivery WHERE\s""";
    private static final String PAGE = "SELECT " + COLUMNS + VISIBLE + """
             AND ($4::uuid IS NULL OR alert_id = $4) AND ($5::text IS NULL OR state = $5) AND position < $6
            ORDER BY position DESC LIMIT $7""";
    private static final String ONE = "SELECT " + COLUMNS + VISIBLE + " AND id = $4";
    private static final String LOCK = "SELECT FROM delivery WHERE id = $1 FOR UPDATE";
    private static final String ARRIVED = """
            UPDATE delivery_part SET state = 'delivered', query_at = NULL WHERE delivery_id = $1 AND state <> 'refused'""";
    private static final String AGAIN = """
            UPDATE delivery_part SET state = 'pending' WHERE delivery_id = $1 AND state = 'unknown'""";
    private static final String MARK_AGAIN = "UPDATE delivery SET resent = resent + 1 WHERE id = $1";

    private final DeliveryFold fold = new DeliveryFold();

    /**
     * One page, newest first.
     *
     * @param before cursor: position of the last one seen
     */
    public Future<DeliveryPage> page(SqlConnection tx, DeliveryQuery query, long before) {
        Tuple question = rights(query.caller())
                .addUUID(query.alertId())
                .addString(query.state())
                .addLong(before)
                .addInteger(query.limit() + 1);
        return tx.preparedQuery(PAGE).execute(question).map(rows -> {
            List<Delivery> items = new ArrayList<>();
            String next = null;
            long last = before;
            for (Row row : rows) {
                if (items.size() == query.limit()) {
                    next = Long.toString(last);
                } else {
                    items.add(delivery(row, query.caller()));
                    last = row.getLong("position");
                }
            }
            return new DeliveryPage(items, next);
        });
    }

    /** A delivery that the caller may see, locked. */
    public Future<Optional<Delivery>> lock(SqlConnection tx, Caller caller, UUID id) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(id)).compose(locked -> one(tx, caller, id));
    }

    private Future<Optional<Delivery>> one(SqlConnection tx, Caller caller, UUID id) {
        return tx.preparedQuery(ONE)
                .execute(rights(caller).addUUID(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(delivery(rows.iterator().next(), caller)));
    }

    /** Stores a person's finding about a delivery that is locked and unknown, and completes with what it has become. */
    public Future<Delivery> resolve(SqlConnection tx, DeliveryResolution resolution, Instant now) {
        Tuple id = Tuple.of(resolution.id());
        String finding = resolution.arrived() ? "arrived" : "sent again";
        String reason = finding + ", says " + resolution.caller().user() + ": " + resolution.reason();
        Settlement settlement = new Settlement(resolution.id(), reason, now, false);
        Future<?> found = resolution.arrived()
                ? tx.preparedQuery(ARRIVED).execute(id)
                : tx.preparedQuery(AGAIN).execute(id).compose(freed -> tx.preparedQuery(MARK_AGAIN)
                        .execute(id));
        return found.compose(written -> fold.settle(tx, settlement, now))
                .compose(settled -> one(tx, resolution.caller(), resolution.id()))
                .map(Optional::orElseThrow);
    }

    private static Tuple rights(Caller caller) {
        boolean everyDepartment = caller.has(Role.OPERATOR) || caller.has(Role.ADMIN) || caller.has(Role.AUDITOR);
        return Tuple.tuple()
                .addArrayOfString(caller.areas().toArray(String[]::new))
                .addBoolean(everyDepartment)
                .addString(caller.department());
    }

    /** Only who runs the platform needs the whole number, to ask the person whether a message has come. */
    private static Delivery delivery(Row row, Caller caller) {
        String phone = row.getString("phone");
        boolean whole = phone == null || caller.has(Role.ADMIN);
        return new Delivery(
                row.getUUID("id"),
                row.getUUID("alert_id"),
                row.getUUID("notice_id"),
                row.getLong("event"),
                Level.of(row.getString("level")),
                row.getString("template"),
                row.getString("recipient"),
                whole ? phone : new Phone(phone).masked(),
                row.getString("body"),
                "smpp",
                DeliveryState.of(row.getString("state")).text(),
                row.getString("reason"),
                row.getInteger("attempts"),
                row.getString("message_ids"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }
}

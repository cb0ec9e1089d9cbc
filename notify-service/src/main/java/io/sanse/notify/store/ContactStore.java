package io.sanse.notify.store;

import io.sanse.contract.registry.RegistryEntry;
import io.sanse.notify.domain.Contact;
import io.sanse.notify.domain.Recipient;
import io.sanse.notify.domain.Target;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The table {@code contact}. */
public final class ContactStore {
    private static final String UPSERT = """
            INSERT INTO contact AS stored (recipient, entry, version, phone, belongs_to) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (recipient) DO UPDATE
            SET entry = excluded.entry, version = excluded.version, phone = excluded.phone, belongs_to = excluded.belongs_to
            WHERE stored.version < excluded.version""";
    private static final String DELETE = "DELETE FROM contact WHERE entry = $1";
    private static final String BY_NAME = "SELECT recipient, phone FROM contact WHERE recipient = $1";
    private static final String VEHICLE_AND_CARRIER = """
            SELECT recipient, phone FROM contact WHERE recipient = $1
            UNION ALL
            SELECT carrier.recipient, carrier.phone
            FROM contact vehicle JOIN contact carrier ON carrier.recipient = vehicle.belongs_to
            WHERE vehicle.recipient = $1""";
    private static final String OFFICERS = """
            SELECT recipient, phone FROM contact WHERE belongs_to = $1 AND recipient LIKE 'officer:%' ORDER BY recipient""";
    private static final String TOLD = """
            SELECT DISTINCT recipient, phone FROM delivery
            WHERE alert_id = $1::uuid AND state NOT IN ('suppressed', 'failed', 'claimed') ORDER BY recipient""";

    /** Keeps what entries say about reaching somebody; an older version changes nothing. */
    public Future<Void> keep(SqlConnection tx, List<RegistryEntry> entries) {
        List<Tuple> rows = new ArrayList<>();
        for (RegistryEntry entry : entries) {
            Contact.of(entry)
                    .forEach(contact -> rows.add(Tuple.of(
                            contact.recipient(), entry.key(), entry.version(), contact.phone(), contact.belongsTo())));
        }
        return batch(tx, UPSERT, rows);
    }

    /** Forgets entries that the registry no longer has. */
    public Future<Void> forget(SqlConnection tx, List<String> entryKeys) {
        return batch(tx, DELETE, entryKeys.stream().map(key -> Tuple.of(key)).toList());
    }

    private static Future<Void> batch(SqlConnection tx, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : tx.preparedQuery(sql).executeBatch(rows).mapEmpty();
    }

    /** Who is behind a target; somebody of whom nothing is known comes without a phone. */
    public Future<List<Recipient>> recipients(SqlConnection tx, Target target) {
        return switch (target.reach()) {
            case VEHICLE -> find(tx, VEHICLE_AND_CARRIER, "vehicle:" + target.id());
            case ENTERPRISE -> find(tx, BY_NAME, "enterprise:" + target.id());
            case DEPARTMENT -> department(tx, target.id());
            case LEADER -> find(tx, BY_NAME, Contact.leader("department:" + target.id()));
            case OFFICERS -> find(tx, OFFICERS, "department:" + target.id());
            case TOLD -> select(tx, TOLD, target.id());
            case NOBODY -> Future.succeededFuture(List.of(new Recipient(target.id(), null)));
        };
    }

    /** The duty desk of a department. */
    public Future<List<Recipient>> department(SqlConnection tx, String id) {
        return find(tx, BY_NAME, "department:" + id);
    }

    private static Future<List<Recipient>> find(SqlConnection tx, String sql, String name) {
        return select(tx, sql, name).map(found -> found.isEmpty() ? List.of(new Recipient(name, null)) : found);
    }

    private static Future<List<Recipient>> select(SqlConnection tx, String sql, String name) {
        return tx.preparedQuery(sql).execute(Tuple.of(name)).map(rows -> {
            List<Recipient> recipients = new ArrayList<>();
            for (Row row : rows) {
                recipients.add(new Recipient(row.getString("recipient"), row.getString("phone")));
            }
            return recipients;
        });
    }
}

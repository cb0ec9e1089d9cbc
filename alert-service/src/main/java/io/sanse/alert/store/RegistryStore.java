package io.sanse.alert.store;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.routing.Directory;
import io.sanse.alert.routing.District;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What the registry knows, as far as routing needs it. Departments and districts are kept in memory and read anew when their version has moved. */
public final class RegistryStore {
    private static final Set<RegistryKind> KEPT =
            EnumSet.of(RegistryKind.DEPARTMENT, RegistryKind.DISTRICT, RegistryKind.ENTERPRISE);

    private static final String SAVE = """
            INSERT INTO registry_entry AS kept (kind, id, version, content) VALUES ($1, $2, $3, $4)
            ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, content = excluded.content
            WHERE kept.version <= excluded.version""";
    private static final String REMOVE = "DELETE FROM registry_entry WHERE kind = $1 AND id = $2";
    private static final String MOVE = "UPDATE registry_version SET version = version + 1";
    private static final String VERSION = "SELECT version FROM registry_version";
    private static final String LOAD = "SELECT content FROM registry_entry WHERE kind IN ('department', 'district')";
    private static final String ENTERPRISE = "SELECT content FROM registry_entry WHERE kind = 'enterprise' AND id = $1";

    private record Cached(long version, Directory directory) {}

    private final AtomicReference<Cached> cache = new AtomicReference<>(new Cached(-1, null));

    /**
     * Keeps a change.
     *
     * @param key {@code kind:id}
     * @param entry the new entry, or null when it was removed
     * @return whether departments or districts may differ now
     */
    public Future<Boolean> change(SqlClient transaction, String key, RegistryEntry entry) {
        int colon = key.indexOf(':');
        RegistryKind kind = RegistryKind.of(key.substring(0, colon));
        if (!KEPT.contains(kind)) {
            return Future.succeededFuture(false);
        }
        String id = key.substring(colon + 1);
        Future<RowSet<Row>> stored = entry == null
                ? transaction.preparedQuery(REMOVE).execute(Tuple.of(kind.text(), id))
                : transaction.preparedQuery(SAVE).execute(Tuple.of(kind.text(), id, entry.version(), Json.text(entry)));
        boolean cached = kind != RegistryKind.ENTERPRISE;
        return stored.compose(rows -> cached ? transaction.query(MOVE).execute().mapEmpty() : Future.succeededFuture())
                .map(moved -> cached);
    }

    /** Departments and districts as this transaction sees them. */
    Future<Directory> directory(SqlClient transaction) {
        return transaction.preparedQuery(VERSION).execute().compose(rows -> {
            long version = rows.iterator().next().getLong("version");
            Cached known = cache.get();
            return known.version() == version ? Future.succeededFuture(known.directory()) : load(transaction, version);
        });
    }

    private Future<Directory> load(SqlClient transaction, long version) {
        return transaction.preparedQuery(LOAD).execute().map(rows -> {
            Map<String, Details.Department> departments = new HashMap<>();
            List<District> districts = new ArrayList<>();
            for (Row row : rows) {
                RegistryEntry entry = read(row.getString("content"));
                if (entry.details() instanceof Details.Department department) {
                    departments.put(entry.id(), department);
                } else if (entry.details() instanceof Details.District district) {
                    districts.add(new District(entry.id(), district));
                }
            }
            Directory directory = new Directory(departments, districts);
            cache.set(new Cached(version, directory));
            return directory;
        });
    }

    /** @param code enterprise code, or null */
    Future<Optional<Details.Enterprise>> enterprise(SqlClient transaction, String code) {
        if (code == null) {
            return Future.succeededFuture(Optional.empty());
        }
        return transaction.preparedQuery(ENTERPRISE).execute(Tuple.of(code)).map(rows -> {
            for (Row row : rows) {
                return Optional.of(
                        (Details.Enterprise) read(row.getString("content")).details());
            }
            return Optional.empty();
        });
    }

    private static RegistryEntry read(String content) {
        try {
            return Json.parse(content, RegistryEntry.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

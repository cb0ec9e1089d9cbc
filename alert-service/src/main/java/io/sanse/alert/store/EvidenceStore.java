package io.sanse.alert.store;

import com.fasterxml.jackson.core.JacksonException;
import io.sanse.alert.ledger.Canonical;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.detection.Evidence;
import io.sanse.runtime.json.Json;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What alerts rest on. */
public final class EvidenceStore {
    private static final String SAVE = "INSERT INTO alert_evidence (alert_id, number, content) VALUES ($1, $2, $3)";
    private static final String LATEST =
            "SELECT content FROM alert_evidence WHERE alert_id = $1 ORDER BY number DESC LIMIT 1";

    /**
     * What one detection record rests on.
     *
     * @param evidence the decisive ones first
     * @param parameters values used, by name
     * @param references versions of registry entries, by key
     */
    public record Bundle(List<Evidence> evidence, Map<String, String> parameters, Map<String, Long> references) {
        public static final Bundle NONE = new Bundle(List.of(), Map.of(), Map.of());
    }

    /** Canonical text of a detection's bundle. */
    static String bundle(Detection detection) {
        return Canonical.text(new Bundle(detection.evidence(), detection.parameters(), detection.references()));
    }

    /** @param number of the event that the bundle came with */
    Future<Void> save(SqlClient transaction, UUID alertId, long number, String bundle) {
        return transaction
                .preparedQuery(SAVE)
                .execute(Tuple.of(alertId, number, bundle))
                .mapEmpty();
    }

    public Future<Bundle> latest(SqlClient client, UUID alertId) {
        return client.preparedQuery(LATEST).execute(Tuple.of(alertId)).map(rows -> {
            for (Row row : rows) {
                return read(row.getString("content"));
            }
            return Bundle.NONE;
        });
    }

    private static Bundle read(String content) {
        try {
            return Json.parse(content, Bundle.class);
        } catch (JacksonException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

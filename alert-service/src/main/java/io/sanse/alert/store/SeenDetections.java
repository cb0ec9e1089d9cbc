package io.sanse.alert.store;

import io.sanse.contract.detection.Detection;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** Which revision of each detection was taken last. */
final class SeenDetections {
    private static final String TAKE = """
            INSERT INTO detection_seen AS seen (detection, revision) VALUES ($1, $2)
            ON CONFLICT (detection) DO UPDATE SET revision = excluded.revision WHERE seen.revision < excluded.revision""";

    /** Completes with false when this or a later revision was taken before. */
    Future<Boolean> take(SqlClient transaction, Detection detection) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(detection.id(), detection.revision()))
                .map(rows -> rows.rowCount() == 1);
    }
}

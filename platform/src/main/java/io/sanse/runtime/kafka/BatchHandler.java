package io.sanse.runtime.kafka;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.List;

/** The effect of records of one partition, in their order. */
@FunctionalInterface
public interface BatchHandler<V> {
    /**
     * Writes through the given transaction only. A failure with {@link io.sanse.runtime.failure.Unavailable} is tried again for ever; any other makes the
     * loop repeat the batch record by record and put the one that fails to the dead letters.
     */
    Future<Void> handle(SqlConnection transaction, List<Message<V>> messages);
}

package io.sanse.runtime.kafka;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;

/** The table {@code consumer_offset}. */
final class ConsumerOffsets {
    private static final String LOAD = """
            SELECT next_offset FROM consumer_offset WHERE consumer = $1 AND topic = $2 AND partition = $3""";
    private static final String ADVANCE = """
            INSERT INTO consumer_offset AS stored (consumer, topic, partition, next_offset) VALUES ($1, $2, $3, $5)
            ON CONFLICT (consumer, topic, partition) DO UPDATE SET next_offset = excluded.next_offset
            WHERE stored.next_offset = $4""";

    private final String consumer;
    private final String topic;

    ConsumerOffsets(String consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    /** Where to go on, or 0 when nothing was consumed yet. */
    Future<Long> load(SqlClient client, int partition) {
        return client.preparedQuery(LOAD)
                .execute(Tuple.of(consumer, topic, partition))
                .map(rows -> {
                    var row = rows.iterator();
                    return row.hasNext() ? row.next().getLong(0) : 0L;
                });
    }

    /** Moves on from {@code expected}. Completes with false when somebody else has moved it: then nothing may be committed. */
    Future<Boolean> advance(SqlClient transaction, int partition, long expected, long next) {
        return transaction
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(consumer, topic, partition, expected, next))
                .map(rows -> rows.rowCount() == 1);
    }
}

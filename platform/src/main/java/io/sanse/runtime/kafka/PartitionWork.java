package io.sanse.runtime.kafka;

import io.sanse.runtime.failure.Rejected;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch of one partition: decode, effect and offset in one transaction, poison aside. */
final class PartitionWork<V> {
    private static final Logger LOG = LoggerFactory.getLogger(PartitionWork.class);

    private final Database database;
    private final ConsumerOffsets offsets;
    private final Consumption<V> consumption;

    PartitionWork(Database database, ConsumerOffsets offsets, Consumption<V> consumption) {
        this.database = database;
        this.offsets = offsets;
        this.consumption = consumption;
    }

    private record Entry<V>(ConsumerRecord<byte[], byte[]> record, Message<V> message) {}

    /** Completes with the offset to go on from; fails when the batch must be tried again. */
    Future<Long> process(List<ConsumerRecord<byte[], byte[]>> batch, long expected, long next) {
        List<Entry<V>> entries = new ArrayList<>(batch.size());
        List<Future<Void>> buried = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            try {
                entries.add(new Entry<>(record, message(record)));
            } catch (IOException | IllegalArgumentException unreadable) {
                buried.add(consumption.poison().accept(record, "unreadable", String.valueOf(unreadable.getMessage())));
            }
        }
        int partition = batch.get(0).partition();
        return Future.all(buried).compose(kept -> apply(partition, entries, expected, next));
    }

    private Message<V> message(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return new Message<>(
                record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()), decode(record));
    }

    private V decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        return consumption.decoder().decode(key, record.value());
    }

    private Future<Long> apply(int partition, List<Entry<V>> entries, long expected, long next) {
        List<Message<V>> messages = entries.stream().map(Entry::message).toList();
        return commit(partition, messages, expected, next).recover(failure -> {
            if (failure instanceof Unavailable) {
                return Future.failedFuture(failure);
            }
            return entries.size() == 1
                    ? bury(entries.get(0).record(), expected, next, failure)
                    : oneByOne(partition, entries, expected, next);
        });
    }

    private Future<Long> oneByOne(int partition, List<Entry<V>> entries, long expected, long next) {
        Future<Long> chain = Future.succeededFuture(expected);
        for (int i = 0; i < entries.size(); i++) {
            List<Entry<V>> single = entries.subList(i, i + 1);
            long behind =
                    i == entries.size() - 1 ? next : single.get(0).record().offset() + 1;
            chain = chain.compose(position -> apply(partition, single, position, behind));
        }
        return chain;
    }

    private Future<Long> commit(int partition, List<Message<V>> messages, long expected, long next) {
        return database.transaction(connection -> offsets.advance(connection, partition, expected, next)
                .compose(mine -> mine
                        ? effect(connection, messages)
                        : Future.failedFuture(new Unavailable("another consumer has moved the offset", null)))
                .map(done -> next));
    }

    private Future<Void> effect(io.vertx.sqlclient.SqlConnection connection, List<Message<V>> messages) {
        return messages.isEmpty()
                ? Future.succeededFuture()
                : consumption.handler().handle(connection, messages);
    }

    private Future<Long> bury(ConsumerRecord<byte[], byte[]> record, long expected, long next, Throwable failure) {
        String reason = failure instanceof Rejected rejected ? rejected.reason() : "bug";
        LOG.error(
                "record {}-{}@{} goes to the dead letters",
                record.topic(),
                record.partition(),
                record.offset(),
                failure);
        return consumption
                .poison()
                .accept(record, reason, String.valueOf(failure.getMessage()))
                .compose(kept -> commit(record.partition(), List.of(), expected, next));
    }
}

package io.sanse.ingest.registry;

import io.micrometer.core.instrument.Tags;
import io.sanse.contract.Topics;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.ingest.catalogue.IntakeCounts;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.PoisonSink;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicTable;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers. A version is committed first and published after; it is published under its row's lock, so that the topic has versions in their order whoever
 * publishes them.
 */
public final class Registry {
    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final int REPAIR_AT_ONCE = 500;

    private final Database database;
    private final RecordPublisher records;
    private final InstantSource clock;
    private final IntakeCounts counts;
    private final RegistryStore store = new RegistryStore();
    private final RegistrySnapshot snapshot = new RegistrySnapshot();

    private Registry(ServiceContext context, Database database, RecordPublisher records, IntakeCounts counts) {
        this.database = database;
        this.records = records;
        this.clock = context.clock();
        this.counts = counts;
        context.metrics()
                .gauge(
                        "sanse_registry_changes",
                        Tags.of("reader", "ingest-service"),
                        snapshot,
                        RegistrySnapshot::changes);
    }

    /**
     * Reads the topic, then publishes what a crash has left unpublished. Completes when the snapshot holds all of it; fails with
     * {@link io.sanse.runtime.failure.Unavailable} when Kafka or PostgreSQL does not answer.
     *
     * @param poison keeps records of the topic that cannot be read
     */
    public static Future<Registry> open(
            ServiceContext context,
            Database database,
            RecordPublisher records,
            IntakeCounts counts,
            PoisonSink poison) {
        Registry registry = new Registry(context, database, records, counts);
        TopicTable.Reading<RegistryEntry> reading = new TopicTable.Reading<>(
                (key, value) -> Json.parse(value, RegistryEntry.class), (key, entry) -> registry.shown(entry), poison);
        return TopicTable.follow(context, Topics.REGISTRY.name(), reading)
                .compose(read -> registry.repair())
                .map(registry);
    }

    /** Entries are never taken back: a tombstone on the topic is nobody's and means nothing. */
    private void shown(RegistryEntry entry) {
        if (entry != null) {
            snapshot.put(entry);
        }
    }

    private Future<Void> repair() {
        return publish(connection -> store.lockUnpublished(connection, REPAIR_AT_ONCE))
                .onSuccess(repaired -> LOG.info("published {} registry entries left from before", repaired.size()))
                .compose(repaired -> repaired.isEmpty() ? Future.succeededFuture() : repair());
    }

    /**
     * Registers all in one transaction; what is registered already with the same content keeps its version. Of two with the same key the later one counts.
     * Completes when every version is in the topic and in this process's snapshot; fails with {@link io.sanse.runtime.failure.Unavailable}: the same may then
     * be registered again.
     */
    public Future<Void> register(Collection<Registration> registrations) {
        Map<String, Registration> latest = new LinkedHashMap<>();
        registrations.forEach(registration -> latest.put(registration.key(), registration));
        List<Registration> wishes =
                latest.values().stream().sorted(Registration.ORDER).toList();
        if (wishes.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.transaction(connection -> store.upsert(connection, wishes, clock.instant()))
                .compose(committed -> publish(connection -> store.lockUnpublished(connection, wishes)))
                .mapEmpty();
    }

    private Future<List<RegistryEntry>> publish(Function<SqlConnection, Future<List<RegistryEntry>>> unpublished) {
        return database.transaction(
                        connection -> unpublished.apply(connection).compose(entries -> publish(connection, entries)))
                .onSuccess(entries -> entries.forEach(this::published));
    }

    private Future<List<RegistryEntry>> publish(SqlConnection connection, List<RegistryEntry> entries) {
        if (entries.isEmpty()) {
            return Future.succeededFuture(entries);
        }
        return Future.join(entries.stream().map(this::publish).toList())
                .compose(published -> store.markPublished(connection, entries))
                .map(entries);
    }

    private Future<Void> publish(RegistryEntry entry) {
        return records.publish(Topics.REGISTRY.name(), entry.key(), Json.bytes(entry));
    }

    private void published(RegistryEntry entry) {
        snapshot.put(entry);
        counts.count(entry);
    }

    public RegistrySnapshot snapshot() {
        return snapshot;
    }
}

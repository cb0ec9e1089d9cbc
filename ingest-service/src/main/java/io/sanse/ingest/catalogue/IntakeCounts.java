package io.sanse.ingest.catalogue;

import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.ServiceContext;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much has been accepted, by kind, aspect and feed, added to the table once a second. Counts are for reading: a crash forgets those of its last second, never
 * an observation. May be used from any thread.
 */
public final class IntakeCounts {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeCounts.class);
    private static final long STORE_MS = 1_000;
    private static final String REGISTRY = "registry";

    /**
     * What is counted together.
     *
     * @param kind observation or registry kind
     * @param aspect one of {@link Aspects}, or empty for all
     * @param feed the provider; {@code registry} for registrations
     */
    record Key(String kind, String aspect, String feed) {}

    /**
     * What has come since the last store.
     *
     * @param count how many
     * @param lastReceivedAt newest arrival
     */
    record Tally(long count, Instant lastReceivedAt) {
        Tally plus(Tally other) {
            Instant last = lastReceivedAt.isAfter(other.lastReceivedAt) ? lastReceivedAt : other.lastReceivedAt;
            return new Tally(count + other.count, last);
        }
    }

    private final IntakeCountStore store;
    private Map<Key, Tally> open = new HashMap<>();

    private IntakeCounts(IntakeCountStore store) {
        this.store = store;
    }

    /** Starts the timer; what is left is stored on stop. */
    public static IntakeCounts start(ServiceContext context, IntakeCountStore store) {
        IntakeCounts counts = new IntakeCounts(store);
        long timer = context.vertx().setPeriodic(STORE_MS, tick -> counts.store());
        context.lifecycle().onStop("intake counts", () -> {
            context.vertx().cancelTimer(timer);
            return counts.store();
        });
        return counts;
    }

    public void count(Observation observation) {
        String kind = observation.kind().text();
        String feed = observation.source().feed();
        add(new Key(kind, "", feed), observation.receivedAt());
        Aspects.of(observation.payload()).forEach(aspect -> add(new Key(kind, aspect, feed), observation.receivedAt()));
    }

    public void count(RegistryEntry entry) {
        String kind = entry.kind().text();
        add(new Key(kind, "", REGISTRY), entry.registeredAt());
        Aspects.of(entry.details()).forEach(aspect -> add(new Key(kind, aspect, REGISTRY), entry.registeredAt()));
    }

    private synchronized void add(Key key, Instant receivedAt) {
        open.merge(key, new Tally(1, receivedAt), Tally::plus);
    }

    private Future<Void> store() {
        Map<Key, Tally> taken = take();
        return taken.isEmpty()
                ? Future.succeededFuture()
                : store.add(taken).onFailure(failure -> giveBack(taken, failure));
    }

    private synchronized Map<Key, Tally> take() {
        Map<Key, Tally> taken = open;
        open = new HashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Key, Tally> taken, Throwable failure) {
        LOG.warn("counts are stored later: {}", failure.toString());
        taken.forEach((key, tally) -> open.merge(key, tally, Tally::plus));
    }
}

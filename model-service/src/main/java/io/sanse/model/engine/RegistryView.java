package io.sanse.model.engine;

import io.sanse.contract.Subject;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The registry as all stream threads of this node see it. Each change makes the next {@link World}; when much changes at once and a world is large, several changes
 * make one.
 */
public final class RegistryView {
    private static final long CHEAP_NS = 5_000_000;
    private static final int SHARE_OF_TIME = 10;

    /** Looked up one by one, so that a change of a vehicle does not make a new world. */
    private final Map<String, RegistryEntry> vehicles = new ConcurrentHashMap<>();

    private final Map<String, RegistryEntry> entries = new HashMap<>();
    private final LongSupplier nanos;
    private volatile World world = World.of(entries.values(), vehicles);
    private volatile boolean changed;
    private long changes;
    private long changesInWorld;
    private long cost;
    private long madeAt;

    RegistryView() {
        this(System::nanoTime);
    }

    /** @param nanos tells how long making a world took, ns */
    public RegistryView(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * An entry of the topic.
     *
     * @throws IOException when it cannot be read
     */
    void show(String key, byte[] value) throws IOException {
        put(key, value == null ? null : Json.parse(value, RegistryEntry.class));
    }

    /** @param entry null: it is known no longer */
    public synchronized void put(String key, RegistryEntry entry) {
        if (entry == null) {
            vehicles.values().removeIf(vehicle -> vehicle.key().equals(key));
            changed |= entries.remove(key) != null;
        } else if (entry.details() instanceof Details.Vehicle) {
            count(vehicles.put(Subject.vehicle(entry.id()).id(), entry), entry);
        } else {
            count(entries.put(key, entry), entry);
            changed = true;
        }
    }

    private void count(RegistryEntry before, RegistryEntry now) {
        changes += now.version() - (before == null ? 0 : before.version());
    }

    /** How many changes of the registry the models judge by: the versions of all entries added up. */
    synchronized long changes() {
        refresh();
        return changed ? changesInWorld : changes;
    }

    public World world() {
        if (changed) {
            refresh();
        }
        return world;
    }

    /** A world that is dear to make takes at most a tenth of the time. */
    private synchronized void refresh() {
        long start = nanos.getAsLong();
        boolean due = cost < CHEAP_NS || start - madeAt > cost * SHARE_OF_TIME;
        if (changed && due) {
            world = World.of(entries.values(), vehicles);
            changed = false;
            changesInWorld = changes;
            madeAt = nanos.getAsLong();
            cost = madeAt - start;
        }
    }
}

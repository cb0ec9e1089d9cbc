package io.sanse.model.backtest;

import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.detect.world.World;
import io.sanse.model.engine.RegistryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The registry in the course of time. Of an entry whose beginnings are forgotten, the oldest version that is known stands for those before: what was registered for years
 * is not missed because it was touched up yesterday.
 */
public final class RegistryCourse {
    /** The same registry all the time. */
    public static RegistryCourse constant(List<RegistryEntry> entries) {
        return new RegistryCourse(entries.stream()
                .map(entry -> new Change(Instant.MIN, entry.key(), entry))
                .toList());
    }

    /**
     * A change of the registry.
     *
     * @param at when it was made known
     * @param key of the entry
     * @param entry as it was from then on; null: it was known no longer
     */
    public record Change(Instant at, String key, RegistryEntry entry) {}

    private final List<Change> changes = new ArrayList<>();

    /** @param known in the order in which they were made known */
    public RegistryCourse(List<Change> known) {
        Set<String> seen = new HashSet<>();
        for (Change change : known) {
            boolean older = seen.add(change.key())
                    && change.entry() != null
                    && change.entry().version() > 1;
            changes.add(older ? new Change(Instant.MIN, change.key(), change.entry()) : change);
        }
        changes.sort(Comparator.comparing(Change::at));
    }

    /** What changes when, by time; what was known from the beginning at {@link Instant#MIN}. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** From the beginning. */
    public Walk begin() {
        return new Walk();
    }

    /** One way through time, forward. */
    public final class Walk {
        private final RegistryView view = new RegistryView(() -> 0);
        private int next;

        /** The world as it was known at a time, not before the one asked for last. */
        public World at(Instant time) {
            while (next < changes.size() && !changes.get(next).at().isAfter(time)) {
                Change change = changes.get(next++);
                view.put(change.key(), change.entry());
            }
            return view.world();
        }
    }
}

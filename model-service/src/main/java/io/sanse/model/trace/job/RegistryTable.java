package io.sanse.model.trace.job;

import io.sanse.contract.Topics;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.detect.world.World;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.TopicTable;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The registry as jobs see it. */
public final class RegistryTable {
    private final Map<String, RegistryEntry> entries = new ConcurrentHashMap<>();

    /** Completes when all that the topic held has been read. */
    public static Future<RegistryTable> follow(ServiceContext context, DeadLetters letters) {
        RegistryTable table = new RegistryTable();
        TopicTable.Reading<RegistryEntry> reading =
                new TopicTable.Reading<>((key, value) -> Json.parse(value, RegistryEntry.class), table::put, letters);
        return TopicTable.follow(context, Topics.REGISTRY.name(), reading).map(table);
    }

    private void put(String key, RegistryEntry entry) {
        if (entry == null) {
            entries.remove(key);
        } else {
            entries.put(key, entry);
        }
    }

    Collection<RegistryEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Codes of the divisions in which anything lies that a model can judge. */
    public Set<String> divisions() {
        return entries.values().stream()
                .map(RegistryTable::division)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String division(RegistryEntry entry) {
        Details details = entry.details();
        if (details instanceof Details.Zone zone) {
            return zone.division();
        }
        if (details instanceof Details.Enterprise enterprise) {
            return enterprise.division();
        }
        if (details instanceof Details.Station station) {
            return station.division();
        }
        return details instanceof Details.District ? entry.id() : null;
    }

    /** The registry as it is now; some time to make when it is large. */
    public World world() {
        return World.of(entries());
    }
}

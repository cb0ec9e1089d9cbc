package io.sanse.model.engine;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.model.ModelAssignment;
import io.sanse.runtime.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The one sub-topology: {@code observations} → models → {@code detections}, with {@code dead-letters} beside it and registry and assignments of versions known to all. */
final class DetectionTopology {
    /** Name of the sink of detections. */
    static final String DETECTIONS = "detections";

    /** Name of the sink of what versions on probation say. */
    static final String SHADOW_DETECTIONS = "shadow-detections";

    /** Name of the sink of dead letters. */
    static final String DEAD_LETTERS = "dead-letters";

    private static final String SOURCE = "observations";
    private static final String DETECTOR = "detector";

    private DetectionTopology() {}

    static Topology of(DetectionParts parts) {
        Topology topology = new Topology();
        share(topology, SharedTable.REGISTRY, Topics.REGISTRY.name(), parts.registry()::show);
        share(topology, SharedTable.MODELS, Topics.MODELS.name(), (model, value) -> {
            if (value != null) {
                parts.models().put(Json.parse(value, ModelAssignment.class));
            }
        });
        topology.addSource(
                SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.OBSERVATIONS.name());
        topology.addProcessor(DETECTOR, () -> new DetectionProcessor(parts), SOURCE);
        topology.addStateStore(store(StoreMemory.TRACKS, Serdes.String()), DETECTOR);
        topology.addStateStore(store(StoreMemory.DOSSIERS, Serdes.String()), DETECTOR);
        topology.addStateStore(store(StoreMemory.FEEDS, Serdes.String()), DETECTOR);
        topology.addStateStore(store(StoreMemory.SEGMENTS, Serdes.Bytes()), DETECTOR);
        topology.addStateStore(new BeforeCommit.Builder(), DETECTOR);
        StreamPartitioner<String, byte[]> bySubject = (topic, subject, value, partitions) ->
                Optional.of(Set.of(SubjectPartitioner.partition(Subject.parse(subject), partitions)));
        topology.addSink(
                DETECTIONS,
                Topics.DETECTIONS.name(),
                new StringSerializer(),
                new ByteArraySerializer(),
                bySubject,
                DETECTOR);
        topology.addSink(
                SHADOW_DETECTIONS,
                Topics.SHADOW_DETECTIONS.name(),
                new StringSerializer(),
                new ByteArraySerializer(),
                bySubject,
                DETECTOR);
        topology.addSink(
                DEAD_LETTERS, Topics.DEAD_LETTERS.name(), new StringSerializer(), new ByteArraySerializer(), DETECTOR);
        return topology;
    }

    private static void share(Topology topology, String name, String topic, SharedTable.Viewer viewer) {
        topology.addGlobalStore(
                store(name, Serdes.String()).withLoggingDisabled(),
                name + "-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic,
                name + "-table",
                () -> new SharedTable(name, viewer));
    }

    private static <K> StoreBuilder<org.apache.kafka.streams.state.KeyValueStore<K, byte[]>> store(
            String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingEnabled(Map.of("cleanup.policy", "compact"));
    }
}

package io.sanse.model.engine;

import java.io.IOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a compacted topic that every node knows in a global store, and shows it entry by entry. */
final class SharedTable implements Processor<String, byte[], Void, Void> {
    /** Name of the global store of the registry. */
    static final String REGISTRY = "registry";

    /** Name of the global store of which versions judge. */
    static final String MODELS = "models";

    private static final Logger LOG = LoggerFactory.getLogger(SharedTable.class);

    private final String name;
    private final Viewer viewer;
    private KeyValueStore<String, byte[]> store;

    /** Is shown what the table says. */
    @FunctionalInterface
    interface Viewer {
        /**
         * An entry as it is now.
         *
         * @param value null: it is known no longer
         * @throws IOException when the value cannot be read
         */
        void show(String key, byte[] value) throws IOException;
    }

    /** @param name of the store */
    SharedTable(String name, Viewer viewer) {
        this.name = name;
        this.viewer = viewer;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(name);
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> show(entry.key, entry.value));
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        store.put(record.key(), record.value());
        show(record.key(), record.value());
    }

    /** An entry that cannot be read was refused by nobody before: it is passed over, and what was known stays. */
    private void show(String key, byte[] value) {
        try {
            viewer.show(key, value);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("the entry {} of {} cannot be read", key, name, unreadable);
        }
    }
}

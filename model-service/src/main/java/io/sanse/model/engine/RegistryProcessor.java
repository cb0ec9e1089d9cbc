package io.sanse.model.engine;

import io.sanse.contract.registry.RegistryEntry;
import io.sanse.runtime.json.Json;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the registry's topic in the global store and in the view. */
final class RegistryProcessor implements Processor<String, byte[], Void, Void> {
    /** Name of the global store. */
    static final String STORE = "registry";

    private static final Logger LOG = LoggerFactory.getLogger(RegistryProcessor.class);

    private final RegistryView view;
    private KeyValueStore<String, byte[]> store;

    RegistryProcessor(RegistryView view) {
        this.view = view;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
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
            view.put(key, value == null ? null : Json.parse(value, RegistryEntry.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("the registry entry {} cannot be read", key, unreadable);
        }
    }
}

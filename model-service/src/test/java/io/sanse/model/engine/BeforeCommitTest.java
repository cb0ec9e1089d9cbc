package io.sanse.model.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Holds the part of Kafka Streams to its word that {@link BeforeCommit} rests on and that is not public. */
class BeforeCommitTest {
    private static final String CHANGE_LOG = "test-words-changelog";

    /** Writes the words that it has heard to a logged store when it is told of a commit, and never else. */
    private static final class Hoarder implements Processor<String, String, Void, Void> {
        private final List<String> heard = new ArrayList<>();
        private KeyValueStore<String, String> words;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            words = context.getStateStore("words");
            context.<BeforeCommit>getStateStore(BeforeCommit.NAME).tell(this::write);
        }

        @Override
        public void process(Record<String, String> record) {
            heard.add(record.value());
        }

        private void write() {
            heard.forEach(word -> words.put(word, "heard"));
            heard.clear();
        }
    }

    private static TopologyTestDriver driver() {
        Topology topology = new Topology();
        topology.addSource("in", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("hoarder", Hoarder::new, "in");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("words"), Serdes.String(), Serdes.String())
                        .withLoggingEnabled(Map.of()),
                "hoarder");
        topology.addStateStore(new BeforeCommit.Builder(), "hoarder");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new TopologyTestDriver(topology, config);
    }

    @Test
    void whatIsWrittenBeforeACommitIsLoggedWithIt() {
        try (TopologyTestDriver driver = driver()) {
            driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                    .pipeInput("a word");
            assertEquals(
                    "heard", driver.<String, String>getKeyValueStore("words").get("a word"));
            assertEquals(
                    Map.of("a word", "heard"),
                    driver.createOutputTopic(CHANGE_LOG, new StringDeserializer(), new StringDeserializer())
                            .readKeyValuesToMap());
        }
    }

    @Test
    void whoIsNoLongerTheTasksIsToldNothing() {
        List<String> told = new ArrayList<>();
        BeforeCommit store = new BeforeCommit.Builder().build();
        store.tell(() -> told.add("first"));
        store.tell(() -> told.add("second"));
        store.flushCache();
        store.clearCache();
        store.flushCache();
        assertEquals(List.of("second"), told);
    }
}

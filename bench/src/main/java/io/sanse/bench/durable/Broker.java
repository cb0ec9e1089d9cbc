package io.sanse.bench.durable;

import io.sanse.bench.ChildJvm;
import io.sanse.bench.stream.City;
import io.sanse.contract.Topics;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.embedded.FreePort;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Real Kafka with the platform's topics and a city in its registry. */
final class Broker implements AutoCloseable {
    static final int PARTITIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OPTIONS = List.of("-Xmx1g");

    private final ChildJvm jvm;
    private final KafkaSettings settings;
    private final Path work;
    private final Admin admin;

    private Broker(ChildJvm jvm, KafkaSettings settings, Path work) {
        this.jvm = jvm;
        this.settings = settings;
        this.work = work;
        this.admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
    }

    /** @param work an empty folder: what the broker and those behind it keep */
    static Broker start(Path work, City city) throws IOException, ExecutionException, InterruptedException {
        String port = Integer.toString(FreePort.find());
        List<String> arguments = List.of(work.resolve("kafka").toString(), port);
        ChildJvm jvm = ChildJvm.start(
                new ChildJvm.Launch(BrokerMain.class, "", OPTIONS, Map.of(), arguments), work.resolve("broker.log"));
        Broker broker = new Broker(jvm, new KafkaSettings("127.0.0.1:" + port, PARTITIONS, 1), work);
        broker.makeTopics();
        broker.register(city.entries());
        return broker;
    }

    private void makeTopics() throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Topics.ALL.stream()
                .map(topic -> new NewTopic(
                                topic.name(), topic.partitions() == 0 ? PARTITIONS : topic.partitions(), (short) 1)
                        .configs(topic.settings()))
                .toList();
        admin.createTopics(topics).all().get();
    }

    /** One request after the other: while a new topic has no leader yet, a first one that is refused could never follow a second one that is not. */
    private void register(List<RegistryEntry> entries) throws ExecutionException, InterruptedException {
        Map<String, Object> config = patient("registry");
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        List<Future<RecordMetadata>> written = new ArrayList<>(entries.size());
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(config)) {
            for (RegistryEntry entry : entries) {
                byte[] key = entry.key().getBytes(StandardCharsets.UTF_8);
                written.add(producer.send(new ProducerRecord<>(Topics.REGISTRY.name(), key, Json.bytes(entry))));
            }
        }
        for (Future<RecordMetadata> one : written) {
            one.get();
        }
    }

    /** Where the committed part of a topic ends, by partition. */
    Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** With ingest-service's settings, but patient: whoever floods a machine has to wait for it. */
    KafkaProducer<byte[], byte[]> producer(String name) {
        return new KafkaProducer<>(patient(name));
    }

    private Map<String, Object> patient(String name) {
        Map<String, Object> config = new HashMap<>(settings.producer(name));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                PATIENCE.multipliedBy(2).toMillis());
        return config;
    }

    KafkaSettings settings() {
        return settings;
    }

    Admin admin() {
        return admin;
    }

    Path work() {
        return work;
    }

    ProcessHandle handle() {
        return jvm.handle();
    }

    /** What broker and engine have kept goes, which may be much; their logs stay. */
    @Override
    public void close() throws IOException {
        admin.close();
        jvm.close();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(work) && !isLog(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    private boolean isLog(Path path) {
        return path.getParent().equals(work) && path.toString().endsWith(".log");
    }
}

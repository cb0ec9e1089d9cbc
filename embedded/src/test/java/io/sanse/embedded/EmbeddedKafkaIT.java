package io.sanse.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path directory;

    @Test
    void keepsRecordsOverARestartOnAnotherPort() throws ExecutionException, InterruptedException {
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, 0)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers(broker)))) {
                admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            produce(broker, "first");
        }
        try (EmbeddedKafka broker = EmbeddedKafka.start(directory, 0, 0)) {
            produce(broker, "second");
            assertEquals(List.of("first", "second"), consume(broker, 2));
        }
    }

    private static String servers(EmbeddedKafka broker) {
        return broker.settings().get("kafka.bootstrap.servers");
    }

    private static void produce(EmbeddedKafka broker, String text) throws ExecutionException, InterruptedException {
        Map<String, Object> config = Map.of("bootstrap.servers", servers(broker), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static List<String> consume(EmbeddedKafka broker, int count) {
        Map<String, Object> config = Map.of("bootstrap.servers", servers(broker));
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> found.add(new String(record.value(), StandardCharsets.UTF_8)));
            }
        }
        return found;
    }
}

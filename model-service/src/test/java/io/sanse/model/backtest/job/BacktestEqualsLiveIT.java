package io.sanse.model.backtest.job;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Topics;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.model.backtest.Backtest;
import io.sanse.model.backtest.Contender;
import io.sanse.model.backtest.Period;
import io.sanse.model.engine.DetectionOnly;
import io.sanse.model.engine.KafkaTap;
import io.sanse.model.library.Library;
import io.sanse.runtime.Settings;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live models that are killed again and again, and a backtest of the same models over the same topic: the same bytes. */
class BacktestEqualsLiveIT {
    private static final int PARTITIONS = 3;
    private static final String APPLICATION = "compared";
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void aBacktestOfTheLiveModelsSaysWhatLiveSaid() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0)) {
            try (KafkaTap tap = new KafkaTap(kafka.port(), PARTITIONS)) {
                tap.know(DisturbedCity.registry());
                live(kafka, tap);
            }
            KafkaSettings settings = new KafkaSettings("127.0.0.1:" + kafka.port(), PARTITIONS, 1);
            Map<String, List<String>> published = published(settings);
            Map<String, List<String>> replayed = replayed(settings);
            assertTrue(published.size() > DisturbedCity.TRUCKS, () -> "too little was said: " + published.keySet());
            published.forEach((subject, words) -> assertEquals(words, replayed.get(subject), subject));
            assertEquals(published.keySet(), replayed.keySet());
        }
    }

    private void live(EmbeddedKafka kafka, KafkaTap tap) throws Exception {
        DisturbedCity city = new DisturbedCity();
        Process service = spawn(kafka);
        try {
            for (int minute = 0; minute < DisturbedCity.MINUTES; minute++) {
                city.minute(minute).forEach(tap::observe);
                tap.observeEverywhere(DisturbedCity.progress(minute + 1));
                if (minute == 150 || minute == 400 || minute == 650) {
                    awaitSomeProgress(kafka, minute);
                    service.destroyForcibly().waitFor();
                    service = spawn(kafka);
                }
            }
            awaitEverything(kafka);
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private Process spawn(EmbeddedKafka kafka) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DetectionOnly.class.getName());
        Map<String, String> own = Map.of(
                "kafka.partitions",
                Integer.toString(PARTITIONS),
                "model.application.id",
                APPLICATION,
                "model.instance.id",
                "only",
                "model.state.dir",
                directory.resolve("state").toString(),
                "cluster.enabled",
                "false",
                "management.port",
                "0");
        own.forEach((key, value) -> builder.environment().put(Settings.variable(key), value));
        kafka.settings().forEach((key, value) -> builder.environment().put(Settings.variable(key), value));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("live.log").toFile()))
                .start();
    }

    private static long lag(EmbeddedKafka kafka) {
        KafkaSettings settings = new KafkaSettings("127.0.0.1:" + kafka.port(), PARTITIONS, 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer("lag"))) {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(APPLICATION)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return consumer.endOffsets(partitions(Topics.OBSERVATIONS.name())).entrySet().stream()
                    .mapToLong(end -> end.getValue()
                            - (committed.containsKey(end.getKey())
                                    ? committed.get(end.getKey()).offset()
                                    : 0))
                    .sum();
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Killed in the middle: it has begun, and has not done everything. */
    private static void awaitSomeProgress(EmbeddedKafka kafka, int minute) {
        long before = lag(kafka);
        eventually(LIMIT, () -> lag(kafka), left -> left < before || left < minute);
    }

    private static void awaitEverything(EmbeddedKafka kafka) {
        eventually(LIMIT, () -> lag(kafka), left -> left == 0);
    }

    /** What live has published, by subject, in order. */
    private static Map<String, List<String>> published(KafkaSettings settings) {
        Map<String, List<String>> words = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings.consumer("published"))) {
            List<TopicPartition> partitions = partitions(Topics.DETECTIONS.name());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> words.computeIfAbsent(text(record.key()), none -> new ArrayList<>())
                                .add(text(record.value())));
            }
        }
        return words;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> replayed(KafkaSettings settings) {
        Map<String, List<String>> words = new TreeMap<>();
        Period everything = new Period(Instant.EPOCH, Instant.now().plusSeconds(60));
        Contender live = new Contender(Library.load(), everything, word -> words.computeIfAbsent(
                        word.subject().toString(), none -> new ArrayList<>())
                .add(text(Json.bytes(word))));
        Backtest backtest = new Backtest(RegistryTopic.read(settings), List.of(live), () -> false);
        new TopicHistory(settings, everything).play(backtest);
        assertEquals(1.0, backtest.progress());
        return words;
    }
}

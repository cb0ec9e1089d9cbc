package io.sanse.model.backtest.job;

import static io.sanse.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Topics;
import io.sanse.embedded.EmbeddedKafka;
import io.sanse.model.backtest.Backtest;
import io.sanse.model.backtest.Contender;
import io.sanse.model.backtest.Period;
import io.sanse.model.engine.DisturbedCity;
import io.sanse.model.engine.EngineGroup;
import io.sanse.model.engine.EngineNode;
import io.sanse.model.engine.KafkaTap;
import io.sanse.model.library.Library;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live models that are killed again and again, and a backtest of the same models over the same topic: the same bytes. */
class BacktestEqualsLiveIT {
    private static final int PARTITIONS = 3;
    private static final int TRUCKS = 24;
    private static final int MINUTES = 12 * 60;
    private static final long SEED = 11;
    private static final String APPLICATION = "compared";
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    @Test
    void aBacktestOfTheLiveModelsSaysWhatLiveSaid() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0)) {
            try (KafkaTap tap = new KafkaTap(kafka.port(), PARTITIONS)) {
                tap.know(DisturbedCity.registry());
                live(kafka, tap);
            }
            KafkaSettings settings = new KafkaSettings("127.0.0.1:" + kafka.port(), PARTITIONS, 1);
            Map<String, List<String>> published = published(settings);
            Map<String, List<String>> replayed = replayed(settings);
            assertTrue(published.size() > TRUCKS, () -> "too little was said: " + published.keySet());
            published.forEach((subject, words) -> assertEquals(words, replayed.get(subject), subject));
            assertEquals(published.keySet(), replayed.keySet());
        }
    }

    private void live(EmbeddedKafka kafka, KafkaTap tap) {
        DisturbedCity city = new DisturbedCity(TRUCKS, MINUTES, SEED);
        KafkaSettings settings = new KafkaSettings("127.0.0.1:" + kafka.port(), PARTITIONS, 1);
        try (EngineNode node = node(kafka);
                EngineGroup group = new EngineGroup(settings, APPLICATION)) {
            node.start();
            for (int minute = 0; minute < MINUTES; minute++) {
                city.minute(minute).forEach(tap::observe);
                tap.observeEverywhere(DisturbedCity.progress(minute + 1));
                if (minute == 150 || minute == 400 || minute == 650) {
                    awaitSomeProgress(group, minute);
                    node.kill();
                    node.start();
                }
            }
            eventually(LIMIT, group::lag, left -> left == 0);
        }
    }

    private EngineNode node(EmbeddedKafka kafka) {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.put("kafka.partitions", Integer.toString(PARTITIONS));
        settings.put("model.application.id", APPLICATION);
        settings.put("model.instance.id", "only");
        return new EngineNode("only", directory, settings);
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** Killed in the middle: it has begun, and has not done everything. */
    private static void awaitSomeProgress(EngineGroup group, int minute) {
        long before = group.lag();
        eventually(LIMIT, group::lag, left -> left < before || left < minute);
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

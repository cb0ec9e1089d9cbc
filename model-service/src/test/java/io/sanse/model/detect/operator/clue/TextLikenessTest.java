package io.sanse.model.detect.operator.clue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.runtime.json.Json;
import io.sanse.testing.Recordings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLikenessTest {
    private static final int PAIRS = 100_000;
    private static final double ALIKE = 0.15;

    @ParameterizedTest(name = "{0} has the features {1}")
    @CsvSource({
        "倾倒, 倾 倒 倾倒",
        "倾倒！垃圾, 倾 倒 倾倒 垃 圾 垃圾",
        "ＰＭ２．５ 超标, pm2 5 超 标 超标",
        "Truck truck 3号, truck 3 号",
        "𠮷, 𠮷",
        "！？…, ''"
    })
    void features(String text, String features) {
        assertEquals(features.isEmpty() ? Set.of() : Set.of(features.split(" ")), TextLikeness.features(text));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"倾倒, 倾倒, 1", "倾倒, 垃圾, 0", "倾倒, 倾, 0.333", "a b c, b c d, 0.5", "'', '', 0"})
    void likeness(String one, String other, double expected) {
        double likeness = TextLikeness.jaccard(TextLikeness.features(one), TextLikeness.features(other));
        assertEquals(expected, likeness, 0.001);
        assertEquals(
                likeness,
                TextLikeness.jaccard(TextLikeness.features(other), TextLikeness.features(one)),
                "whichever is first");
    }

    @Test
    void messagesOfACityAreHardlyEverAlike() throws IOException {
        List<Set<String>> messages = new ArrayList<>();
        for (Path file : Recordings.files("data/reports", "cn_messages_to_*.jsonl.gz")) {
            messages.addAll(messages(file));
        }
        assertTrue(messages.size() > 100, messages.size() + " messages");
        SplittableRandom chance = new SplittableRandom(1);
        int alike = 0;
        for (int i = 0; i < PAIRS; i++) {
            int one = chance.nextInt(messages.size());
            int other = (one + 1 + chance.nextInt(messages.size() - 1)) % messages.size();
            alike += TextLikeness.jaccard(messages.get(one), messages.get(other)) >= ALIKE ? 1 : 0;
        }
        assertTrue(alike > 0 && alike < PAIRS / 500, "pairs alike: " + alike);
    }

    private static List<Set<String>> messages(Path packed) throws IOException {
        List<Set<String>> messages = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> message = Json.parse(line.getBytes(StandardCharsets.UTF_8), Map.class);
                messages.add(TextLikeness.features(message.get("title") + "\n" + message.get("text")));
            }
        }
        return messages;
    }
}

package io.sanse.standalone.e2e;

import io.sanse.contract.Subject;
import io.sanse.contract.Topics;
import io.sanse.contract.alert.Alert;
import io.sanse.contract.alert.Condition;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the models said last of each episode, and what the alerts hold of it. */
final class LastWords implements TopicReader.Listener {
    private record Episode(String model, Subject subject, Instant start) implements Comparable<Episode> {
        @Override
        public int compareTo(Episode other) {
            return Comparator.comparing(Episode::model)
                    .thenComparing(Episode::subject)
                    .thenComparing(Episode::start)
                    .compare(this, other);
        }
    }

    private final Map<Episode, Detection> words = new TreeMap<>();

    private LastWords() {}

    /** Reads the topic that alert-service reads. */
    static LastWords read(KafkaSettings kafka) {
        LastWords last = new LastWords();
        TopicReader.read(kafka, Topics.DETECTIONS.name(), Instant.EPOCH, TopicReader.END, last);
        return last;
    }

    @Override
    public void begin(int partition) {
        // an episode lies in one partition, so that partitions need not be told apart
    }

    @Override
    public boolean read(TopicReader.Kept record, double share) {
        Detection word = parsed(record.value());
        words.merge(
                new Episode(word.model(), word.subject(), word.episodeStart()),
                word,
                (before, now) -> now.revision() > before.revision() ? now : before);
        return true;
    }

    private static Detection parsed(byte[] value) {
        try {
            return Json.parse(value, Detection.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many were amended on the way, or taken back. */
    long corrected() {
        return words.values().stream()
                .filter(word -> word.revision() > 2 || word.change() == Change.RETRACTED)
                .count();
    }

    /** Episodes whose alert does not hold the last word; empty when all do. @param alerts newest first */
    List<String> notHeldBy(List<Alert> alerts) {
        Map<Episode, String> held = new TreeMap<>();
        alerts.forEach(alert -> held.putIfAbsent(
                new Episode(alert.model(), alert.subject(), alert.episodeStart()),
                held(alert.condition(), alert.score(), alert.detections())));
        Stream<String> missing = words.entrySet().stream()
                .filter(word -> !said(word.getValue()).equals(held.get(word.getKey())))
                .map(word ->
                        word.getKey() + ": " + said(word.getValue()) + ", but the alert is " + held.get(word.getKey()));
        Stream<String> more = held.keySet().stream()
                .filter(episode -> !words.containsKey(episode))
                .map(episode -> episode + ": nobody has said it");
        return Stream.concat(missing, more).toList();
    }

    private static String said(Detection word) {
        Condition condition =
                switch (word.change()) {
                    case RAISED, AMENDED -> Condition.ACTIVE;
                    case CLEARED -> Condition.CLEARED;
                    case RETRACTED -> Condition.RETRACTED;
                };
        return held(condition, word.score(), word.revision());
    }

    /** @param words each of which counts once, however often alert-service was killed while it took them */
    private static String held(Condition condition, int score, int words) {
        return condition.text() + ", score " + score + ", by " + words + " words";
    }
}

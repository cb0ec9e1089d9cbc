package io.sanse.model.explain.topic;

import io.sanse.contract.Subject;
import io.sanse.contract.SubjectPartitioner;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.BundleQuery;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;
import io.sanse.runtime.kafka.TopicReader.Kept;
import io.sanse.runtime.kafka.TopicReader.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What the topics hold of one subject. Blocks; fails with {@link Unavailable} when the broker does not answer or it takes too long. */
final class SubjectTopics {
    /** Clocks of devices and brokers do not agree. */
    private static final Duration ASKEW = Duration.ofDays(1);

    private final KafkaSettings kafka;
    private final InstantSource clock;
    private final Instant deadline;

    SubjectTopics(KafkaSettings kafka, InstantSource clock, Duration limit) {
        this.kafka = kafka;
        this.clock = clock;
        this.deadline = clock.instant().plus(limit);
    }

    /** A word as the topic holds it. */
    record Published(Detection word, Instant at) {}

    /** Who hears what came. */
    interface Arrivals {
        /** @return whether to go on */
        boolean arrived(Instant at, List<Observation> together);
    }

    /** The last word on the detection one of whose words names this start, or null. */
    Published published(BundleQuery query) {
        Map<UUID, Published> last = new HashMap<>();
        Set<UUID> named = new HashSet<>();
        Predicate<Detection> isMeant =
                word -> word.subject().equals(query.subject()) && word.model().equals(query.model());
        read(Topics.DETECTIONS.name(), query.subject(), query.episodeStart().minus(ASKEW), TopicReader.END, record -> {
            if (query.subject().toString().equals(text(record.key()))) {
                Detection word = detection(record.value());
                if (isMeant.test(word)) {
                    last.put(word.id(), new Published(word, record.timestamp()));
                    if (word.episodeStart().equals(query.episodeStart())) {
                        named.add(word.id());
                    }
                }
            }
            return true;
        });
        return named.stream().map(last::get).findFirst().orElse(null);
    }

    private static String text(byte[] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }

    private static Detection detection(byte[] value) {
        try {
            return Json.parse(value, Detection.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a detection cannot be read", unreadable);
        }
    }

    /** Everything of the subject's partition. */
    void play(Subject subject, Instant from, Instant until, Arrivals arrivals) {
        read(Topics.OBSERVATIONS.name(), subject, from, until, record -> {
            byte[] value = record.value() == null ? new byte[0] : record.value();
            return arrivals.arrived(
                    record.timestamp(), ObservationFrames.decode(value).observations());
        });
    }

    private void read(String topic, Subject subject, Instant from, Instant until, Predicate<Kept> listener) {
        TopicReader.Choice own =
                (partition, partitions) -> partition == SubjectPartitioner.partition(subject, partitions);
        TopicReader.read(kafka, new Part(topic, from, until, own), new TopicReader.Listener() {
            @Override
            public void begin(int partition) {}

            @Override
            public boolean read(Kept record, double share) {
                if (clock.instant().isAfter(deadline)) {
                    throw new Unavailable("the history is too long to be played in time", null);
                }
                return listener.test(record);
            }
        });
    }
}

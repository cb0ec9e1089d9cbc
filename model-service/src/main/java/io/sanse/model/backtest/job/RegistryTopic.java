package io.sanse.model.backtest.job;

import io.sanse.contract.Topics;
import io.sanse.contract.registry.RegistryEntry;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.RegistryCourse.Change;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic {@code registry}: what compaction has left of its course. */
public final class RegistryTopic implements TopicReader.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTopic.class);

    private final List<Change> changes = new ArrayList<>();

    private RegistryTopic() {}

    /** Everything up to now. Fails with {@link Unavailable} when the broker does not answer. */
    public static RegistryCourse read(KafkaSettings kafka) {
        RegistryTopic topic = new RegistryTopic();
        TopicReader.read(kafka, Topics.REGISTRY.name(), Instant.EPOCH, TopicReader.END, topic);
        return new RegistryCourse(topic.changes);
    }

    /** There is one partition. */
    @Override
    public void begin(int partition) {}

    /** As live operation does: an entry that cannot be read is passed over. */
    @Override
    public boolean read(TopicReader.Kept record, double share) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            RegistryEntry entry = record.value() == null ? null : Json.parse(record.value(), RegistryEntry.class);
            changes.add(new Change(record.timestamp(), key, entry));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warn("the registry entry {} cannot be read: {}", key, unreadable.toString());
        }
        return true;
    }
}

package io.sanse.runtime.kafka;

import io.sanse.runtime.Settings;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How a node takes part in consumer groups.
 *
 * @param kafka where the brokers are
 * @param instanceId name of this node, for a restart that does not wait for its own old session; empty: none
 */
public record ConsumerSettings(KafkaSettings kafka, String instanceId) {
    public static ConsumerSettings from(Settings settings) {
        return new ConsumerSettings(
                KafkaSettings.from(settings),
                settings.text(
                        "kafka.instance.id",
                        "",
                        "stable name of this node among the consumers; a restart under it is taken up at once"));
    }

    /** As {@link KafkaSettings#consumer}, under the node's name. */
    Properties consumer(String group) {
        Properties config = kafka.consumer(group);
        if (!instanceId.isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId);
        }
        return config;
    }
}

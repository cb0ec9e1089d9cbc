package io.sanse.contract;

import java.util.Map;

/**
 * A Kafka topic as it must exist.
 *
 * @param name topic name
 * @param partitions number of partitions; 0 = the deployment's {@code kafka.partitions}
 * @param settings topic settings that its meaning rests on
 */
public record Topic(String name, int partitions, Map<String, String> settings) {
    public Topic {
        settings = Map.copyOf(settings);
    }
}

package io.sanse.model.engine;

import io.sanse.runtime.Settings;
import java.time.Duration;

/**
 * How the models run on Kafka Streams.
 *
 * @param applicationId consumer group and prefix of the internal topics; every node of one platform has the same
 * @param instanceId name of this node, for a restart that does not wait for its own old session; empty: none
 * @param stateDir folder for local state; may be lost
 * @param threads stream threads
 * @param commitInterval how long a detection waits for its transaction at most
 * @param standbys copies of the state on other nodes
 */
public record EngineSettings(
        String applicationId, String instanceId, String stateDir, int threads, Duration commitInterval, int standbys) {
    public static EngineSettings from(Settings settings) {
        return new EngineSettings(
                settings.text("model.application.id", "sanse-model", "group and topic prefix of the detection models"),
                settings.text(
                        "model.instance.id", "", "stable name of this node; a restart under it is taken up at once"),
                settings.text("model.state.dir", "data/model", "folder for the models' local state"),
                settings.integer("model.threads", 2, "threads that run detection models"),
                settings.duration(
                        "model.commit.interval", Duration.ofMillis(100), "time between commits of the models"),
                settings.integer("model.standbys", 0, "copies of the models' state on other nodes"));
    }
}

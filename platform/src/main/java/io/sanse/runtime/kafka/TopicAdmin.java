package io.sanse.runtime.kafka;

import io.sanse.runtime.failure.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics that are missing; an existing one is left as it is. */
public final class TopicAdmin {
    private static final long LIMIT_S = 30;

    private TopicAdmin() {}

    /**
     * A topic that must exist.
     *
     * @param name topic
     * @param partitions 0 = {@link KafkaSettings#partitions()}
     * @param settings topic settings
     */
    public record Wanted(String name, int partitions, Map<String, String> settings) {}

    /** Completes when all exist. Fails with {@link Unavailable} when Kafka does not answer. */
    public static Future<Void> ensure(Vertx vertx, KafkaSettings settings, Collection<Wanted> topics) {
        return vertx.executeBlocking(() -> {
            create(settings, topics);
            return null;
        });
    }

    private static void create(KafkaSettings settings, Collection<Wanted> topics) throws InterruptedException {
        Properties config = new Properties();
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        List<NewTopic> wanted = topics.stream()
                .map(topic -> new NewTopic(
                                topic.name(),
                                topic.partitions() == 0 ? settings.partitions() : topic.partitions(),
                                (short) settings.replication())
                        .configs(topic.settings()))
                .toList();
        try (Admin admin = Admin.create(config)) {
            for (KafkaFuture<Void> created : admin.createTopics(wanted).values().values()) {
                await(created);
            }
        }
    }

    private static void await(KafkaFuture<Void> created) throws InterruptedException {
        try {
            created.get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new Unavailable(
                        "Kafka does not make the topic: " + failure.getCause().getMessage(), failure);
            }
        } catch (TimeoutException late) {
            throw new Unavailable("Kafka does not answer within " + LIMIT_S + " s", late);
        }
    }
}

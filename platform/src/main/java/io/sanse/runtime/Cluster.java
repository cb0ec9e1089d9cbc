package io.sanse.runtime;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.micrometer.MicrometerMetricsOptions;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.List;

/**
 * Builds Vert.x, alone or as a member of the cluster. Heartbeats are shortened from Hazelcast's minute: a member that is gone must not swallow requests for
 * long, and a healed partition must merge within seconds. Nothing durable lives in the cluster.
 */
final class Cluster {
    private Cluster() {}

    static Future<Vertx> build(VertxBuilder builder, ClusterSettings settings) {
        VertxOptions options = new VertxOptions().setMetricsOptions(new MicrometerMetricsOptions().setEnabled(true));
        if (!settings.enabled()) {
            return Future.succeededFuture(builder.with(options).build());
        }
        options.setEventBusOptions(new EventBusOptions()
                .setHost(settings.host())
                .setPort(settings.eventBusPort())
                .setClusterPublicHost(settings.host()));
        return builder.with(options)
                .withClusterManager(new HazelcastClusterManager(hazelcast(settings)))
                .buildClustered();
    }

    private static Config hazelcast(ClusterSettings settings) {
        Config config = ConfigUtil.loadConfig();
        config.setClusterName("sanse");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.wait.seconds.before.join", "0");
        config.setProperty("hazelcast.max.no.heartbeat.seconds", "15");
        config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
        config.setProperty("hazelcast.merge.first.run.delay.seconds", "15");
        config.setProperty("hazelcast.merge.next.run.delay.seconds", "10");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getNetworkConfig()
                .setPort(settings.hazelcastPort())
                .setPortAutoIncrement(false)
                .setPublicAddress(settings.host() + ":" + settings.hazelcastPort())
                .getInterfaces()
                .setEnabled(true)
                .setInterfaces(List.of(settings.host()));
        join(config.getNetworkConfig().getJoin(), settings);
        return config;
    }

    private static void join(JoinConfig join, ClusterSettings settings) {
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        if (settings.serviceDns().isEmpty()) {
            join.getTcpIpConfig()
                    .setEnabled(true)
                    .setMembers(List.of(settings.members().split(",")));
        } else {
            join.getKubernetesConfig().setEnabled(true).setProperty("service-dns", settings.serviceDns());
        }
    }
}

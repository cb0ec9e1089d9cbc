package io.sanse.runtime;

/**
 * How the process joins the event bus cluster.
 *
 * @param enabled false: everything runs in this process
 * @param host address that other members reach this one at
 * @param hazelcastPort Hazelcast's port
 * @param eventBusPort the event bus's port
 * @param members comma-separated {@code host:port} of members to join (TCP), empty when {@code serviceDns} is used
 * @param serviceDns headless service name to look members up (Kubernetes), empty for none
 */
public record ClusterSettings(
        boolean enabled, String host, int hazelcastPort, int eventBusPort, String members, String serviceDns) {
    public static ClusterSettings from(Settings settings) {
        return new ClusterSettings(
                settings.flag("cluster.enabled", true, "join a Hazelcast cluster"),
                settings.text("cluster.host", "127.0.0.1", "address that other members reach this one at"),
                settings.integer("cluster.hazelcast.port", 5701, "port of Hazelcast"),
                settings.integer("cluster.eventbus.port", 15701, "port of the event bus"),
                settings.text("cluster.members", "127.0.0.1:5701", "members to join, host:port, comma-separated"),
                settings.text(
                        "cluster.service.dns", "", "headless service to find members by; wins over cluster.members"));
    }
}

package io.sanse.runtime;

/**
 * Where the management port listens.
 *
 * @param host address; not for the outside
 * @param port TCP port
 */
record ManagementSettings(String host, int port) {
    static ManagementSettings from(Settings settings) {
        return new ManagementSettings(
                settings.text("management.host", "127.0.0.1", "address of the management port"),
                settings.integer("management.port", 9080, "management port: health and metrics"));
    }
}

package io.sanse.runtime.pg;

import io.sanse.runtime.Settings;

/**
 * Where PostgreSQL is.
 *
 * @param host name or address
 * @param port TCP port
 * @param database name
 * @param user login role
 * @param password its password, empty for none
 * @param poolSize connections per service
 */
public record DatabaseSettings(String host, int port, String database, String user, String password, int poolSize) {
    public static DatabaseSettings from(Settings settings) {
        return new DatabaseSettings(
                settings.text("postgres.host", "127.0.0.1", "PostgreSQL host"),
                settings.integer("postgres.port", 5432, "PostgreSQL port"),
                settings.text("postgres.database", "sanse", "PostgreSQL database"),
                settings.text("postgres.user", "sanse", "PostgreSQL user"),
                settings.secret("postgres.password", "", "PostgreSQL password"),
                settings.integer("postgres.pool.size", 8, "connections per service"));
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ':' + port + '/' + database;
    }
}

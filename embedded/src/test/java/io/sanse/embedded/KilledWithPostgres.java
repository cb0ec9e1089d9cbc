package io.sanse.embedded;

import java.nio.file.Path;

/** Starts PostgreSQL on the folder given and dies at once without stopping it. */
final class KilledWithPostgres {
    static final int EXIT_CODE = 137;

    private KilledWithPostgres() {}

    public static void main(String[] arguments) {
        EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), 0);
        Runtime.getRuntime().halt(server.port() > 0 ? EXIT_CODE : 1);
    }
}

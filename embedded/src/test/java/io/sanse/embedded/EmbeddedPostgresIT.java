package io.sanse.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    @TempDir
    Path directory;

    @Test
    void isDurableAndKeepsRowsOverARestart() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, 0)) {
            assertEquals("on", ask(server, "SHOW fsync"));
            assertEquals("on", ask(server, "SHOW synchronous_commit"));
            ask(server, "CREATE TABLE kept AS SELECT 7 AS value; SELECT 1");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, 0)) {
            assertEquals("7", ask(server, "SELECT value FROM kept"));
        }
    }

    @Test
    void stopsTheServerThatAKilledProcessLeftBehind() throws SQLException, IOException, InterruptedException {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWithPostgres.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("killed.log").toFile())
                .start();
        assertEquals(KilledWithPostgres.EXIT_CODE, killed.waitFor());
        String orphan = postmaster();
        assertTrue(ProcessHandle.of(Long.parseLong(orphan)).isPresent());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, 0)) {
            assertEquals("1", ask(server, "SELECT 1"));
            assertNotEquals(orphan, postmaster());
        }
    }

    private String postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0);
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            ResultSet result = statement.getResultSet();
            result.next();
            return result.getString(1);
        }
    }
}

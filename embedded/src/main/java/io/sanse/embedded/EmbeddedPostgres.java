package io.sanse.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server as a child process. The artifact's launcher turns durability off; it is turned on again here. A server that a killed process left behind is
 * stopped first: a second one on the same folder would otherwise attach to it, with its old settings.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    /** As {@link #start(Path, Path, int)}, with the binaries unpacked in the same folder. */
    public static EmbeddedPostgres start(Path directory, int port) {
        return start(directory, directory.resolve("binaries"), port);
    }

    /**
     * Starts on a folder, made at the first start.
     *
     * @param directory holds {@code data}
     * @param binaries where the server's programs are, or are unpacked to when they are not; several servers may share it
     * @param port TCP port on loopback; 0 = any free one
     * @throws IllegalStateException when the server does not start, with PostgreSQL's last words
     */
    public static EmbeddedPostgres start(Path directory, Path binaries, int port) {
        Path data = directory.resolve("data");
        Path log = directory.resolve("postgres.log");
        try {
            Files.createDirectories(directory);
            stopLeftBehind(directory);
            return new EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port == 0 ? FreePort.find() : port)
                    .setPGStartupWait(START_LIMIT)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start());
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "PostgreSQL does not start on " + directory + ": " + lastLine(log), failure);
        }
    }

    /**
     * Stops the server that a killed process left behind on a folder, if there is one.
     *
     * @param directory as given to {@link #start}
     */
    public static void stopLeftBehind(Path directory) throws IOException {
        Path pidFile = directory.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle orphan = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        boolean postgres = orphan != null
                && orphan.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(false);
        if (!postgres) {
            return;
        }
        LOG.info("stopping PostgreSQL process {} that an earlier run left behind", orphan.pid());
        orphan.destroy();
        awaitExit(orphan);
    }

    /** Looks for itself: the JDK watches a process that is not its child at growing intervals, up to seconds. */
    private static void awaitExit(ProcessHandle orphan) {
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        while (orphan.isAlive() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        if (orphan.isAlive()) {
            LOG.warn("PostgreSQL process {} does not stop by itself, killing it", orphan.pid());
            orphan.destroyForcibly();
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** Settings that let a service reach it. */
    public Map<String, String> settings() {
        return settings(server.getPort());
    }

    /** Settings that let a service reach one that will run on a port. */
    public static Map<String, String> settings(int port) {
        return Map.of(
                "postgres.host", "127.0.0.1",
                "postgres.port", Integer.toString(port),
                "postgres.database", "postgres",
                "postgres.user", "postgres");
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL does not stop", failure);
        }
    }
}

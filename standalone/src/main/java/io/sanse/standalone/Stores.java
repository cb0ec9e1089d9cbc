package io.sanse.standalone;

import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The embedded Kafka and PostgreSQL, started and stopped side by side. */
final class Stores implements AutoCloseable {
    private static final int STOP_LIMIT_S = 3;

    private final DataFolder folder;
    private final CompletableFuture<EmbeddedKafka> kafka;
    private final CompletableFuture<EmbeddedPostgres> postgres;

    private Stores(DataFolder folder, Ports ports, Path binaries) {
        this.folder = folder;
        kafka = CompletableFuture.supplyAsync(
                () -> EmbeddedKafka.start(folder.kafka(), ports.kafka(), ports.kafkaController()));
        postgres = CompletableFuture.supplyAsync(() -> postgres(folder.postgres(), binaries, ports.postgres()));
    }

    /**
     * Begins to start both; does not wait.
     *
     * @param binaries where PostgreSQL's programs are, or are unpacked to
     */
    static Stores begin(DataFolder folder, Ports ports, Path binaries) throws IOException {
        prepare(folder);
        return new Stores(folder, ports, binaries);
    }

    private static void prepare(DataFolder folder) throws IOException {
        if (!folder.established()) {
            EmbeddedPostgres.stopLeftBehind(folder.postgres());
            folder.clear();
        }
        Files.createDirectories(folder.kafka());
    }

    /** A server that a killed run has left behind holds the port until it is stopped. */
    private static EmbeddedPostgres postgres(Path directory, Path binaries, int port) {
        try {
            EmbeddedPostgres.stopLeftBehind(directory);
            Ports.requireFree("PostgreSQL", port);
            return EmbeddedPostgres.start(directory, binaries, port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Returns when both can be used.
     *
     * @throws CannotRunException when one of them does not start
     */
    void await() throws InterruptedException {
        try {
            CompletableFuture.allOf(kafka, postgres).get();
        } catch (ExecutionException failure) {
            Throwable reason = failure.getCause();
            throw reason instanceof CannotRunException told
                    ? told
                    : new CannotRunException(reason.getMessage(), failure);
        }
    }

    /** Settings that let services reach both, whether they run yet or not. */
    static Map<String, String> settings(Ports ports) {
        Map<String, String> settings = new HashMap<>(EmbeddedKafka.settings(ports.kafka()));
        settings.putAll(EmbeddedPostgres.settings(ports.postgres()));
        return settings;
    }

    /** Stops both; a PostgreSQL that has not come up yet, too. */
    @Override
    public void close() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(this::stopPostgres);
        stop(kafka, EmbeddedKafka::close);
        other.join();
    }

    private void stopPostgres() {
        stop(postgres, EmbeddedPostgres::close);
        try {
            EmbeddedPostgres.stopLeftBehind(folder.postgres());
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL may still be there", failure);
        }
    }

    private static <S> void stop(CompletableFuture<S> starting, Consumer<S> stop) {
        starting.copy()
                .completeOnTimeout(null, STOP_LIMIT_S, TimeUnit.SECONDS)
                .handle((server, failure) -> {
                    if (server != null) {
                        stop.accept(server);
                    }
                    return server;
                })
                .join();
    }
}

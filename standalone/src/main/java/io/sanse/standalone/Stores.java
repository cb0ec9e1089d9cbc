package io.sanse.standalone;

import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The embedded Kafka and PostgreSQL, started and stopped side by side. */
final class Stores implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;

    private Stores(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
        this.kafka = kafka;
        this.postgres = postgres;
    }

    /**
     * Returns when both can be used.
     *
     * @param binaries where PostgreSQL's programs are, or are unpacked to
     * @throws CannotRunException when one of them does not start
     */
    static Stores start(DataFolder folder, Ports ports, Path binaries) {
        try {
            prepare(folder, ports);
            CompletableFuture<EmbeddedKafka> kafka = CompletableFuture.supplyAsync(
                    () -> EmbeddedKafka.start(folder.kafka(), ports.kafka(), ports.kafkaController()));
            EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.postgres(), binaries, ports.postgres());
            Stores stores = new Stores(joined(kafka, postgres), postgres);
            if (!folder.established()) {
                folder.establish();
            }
            return stores;
        } catch (IOException | IllegalStateException failure) {
            throw new CannotRunException(failure.getMessage(), failure);
        }
    }

    private static void prepare(DataFolder folder, Ports ports) throws IOException {
        EmbeddedPostgres.stopLeftBehind(folder.postgres());
        Ports.requireFree("PostgreSQL", ports.postgres());
        if (!folder.established()) {
            folder.clear();
        }
        Files.createDirectories(folder.kafka());
    }

    private static EmbeddedKafka joined(CompletableFuture<EmbeddedKafka> kafka, EmbeddedPostgres postgres) {
        try {
            return kafka.join();
        } catch (CompletionException failure) {
            postgres.close();
            throw new IllegalStateException(failure.getCause().getMessage(), failure);
        }
    }

    /** Settings that let services reach both, whether they run yet or not. */
    static Map<String, String> settings(Ports ports) {
        Map<String, String> settings = new HashMap<>(EmbeddedKafka.settings(ports.kafka()));
        settings.putAll(EmbeddedPostgres.settings(ports.postgres()));
        return settings;
    }

    @Override
    public void close() {
        CompletableFuture<Void> other = CompletableFuture.runAsync(postgres::close);
        kafka.close();
        other.join();
    }
}

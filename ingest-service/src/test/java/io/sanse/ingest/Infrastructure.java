package io.sanse.ingest;

import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A real broker and a real database, durable below a folder. */
public final class Infrastructure implements AutoCloseable {
    private final Path directory;
    private final EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;

    public Infrastructure(Path directory) {
        this.directory = directory;
        this.kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0, 0);
        this.postgres = EmbeddedPostgres.start(directory.resolve("postgres"), 0);
    }

    /** Settings that let a service reach both. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        return settings;
    }

    public void stopBroker() {
        kafka.close();
    }

    /** Starts the broker again on the same folder and port. */
    public void startBroker() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), kafka.port(), 0);
    }

    @Override
    public void close() {
        postgres.close();
        kafka.close();
    }
}

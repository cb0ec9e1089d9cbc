package io.sanse.standalone.processes;

import java.nio.file.Path;
import java.util.Locale;

/** A service that runs as a process of its own. */
public enum ServiceName {
    INGEST_SERVICE,
    MODEL_SERVICE,
    ALERT_SERVICE,
    NOTIFY_SERVICE,
    GATEWAY;

    /** Name of the module, the jar and the log. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Path jar(Path repository) {
        return repository.resolve(text()).resolve("target").resolve(text() + ".jar");
    }
}

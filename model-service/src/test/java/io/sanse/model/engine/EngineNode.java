package io.sanse.model.engine;

import io.sanse.runtime.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node of the engine: a process of its own, with a state of its own, that can be killed. */
public final class EngineNode implements AutoCloseable {
    private static final int PATIENCE_S = 15;

    private final Path log;
    private final Map<String, String> settings;
    private Process process;

    /**
     * A node that does not run yet.
     *
     * @param directory for its state and its log
     * @param settings its own, by key
     */
    public EngineNode(String name, Path directory, Map<String, String> settings) {
        this.log = directory.resolve(name + ".log");
        this.settings = new HashMap<>(settings);
        this.settings.put("model.state.dir", directory.resolve(name).toString());
        this.settings.put("cluster.enabled", "false");
        this.settings.put("management.port", "0");
    }

    public void start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DetectionOnly.class.getName());
        settings.forEach((key, value) -> builder.environment().put(Settings.variable(key), value));
        try {
            Files.createDirectories(log.getParent());
            process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** In the middle of whatever it does. */
    public void kill() {
        end(process.destroyForcibly());
    }

    /** In order. */
    public void leave() {
        process.destroy();
        end(process);
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a node does not end");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}

package io.sanse.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of the benchmark's own, with the benchmark's class path; it goes with the benchmark. */
public final class ChildJvm implements AutoCloseable {
    /**
     * How to start one.
     *
     * @param main its main class
     * @param first what is on its class path before the benchmark's; may be empty
     * @param options of the JVM
     * @param environment what it has beyond the benchmark's
     * @param arguments of the main class
     */
    public record Launch(
            Class<?> main,
            String first,
            List<String> options,
            Map<String, String> environment,
            List<String> arguments) {}

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param log gets everything that it prints, behind what is there */
    public static ChildJvm start(Launch launch, Path log) throws IOException {
        String own = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(tool("java")));
        command.addAll(launch.options());
        command.addAll(List.of(
                "-cp",
                launch.first().isEmpty() ? own : launch.first() + File.pathSeparator + own,
                launch.main().getName()));
        command.addAll(launch.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ChildJvm(process, log);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Waits for its end. */
    public void await() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a part of the benchmark has failed; see " + log);
        }
    }

    /** @return whether it has ended in time; otherwise it goes on */
    public boolean await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        await();
        return true;
    }

    /** @throws IllegalStateException when it has ended */
    public void check() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a part of the benchmark has ended; see " + log);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Bytes of the objects on its heap that are still in use: everything else is collected for that. */
    public long liveHeap() throws IOException {
        Process histogram = new ProcessBuilder(tool("jcmd"), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String total = said.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd tells no total: " + said));
        return Long.parseLong(total.strip().split(" +")[2]);
    }

    /** Ends it with SIGTERM; returns when it is gone. */
    public void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it with SIGKILL; returns when it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}

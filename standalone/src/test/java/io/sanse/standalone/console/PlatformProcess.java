package io.sanse.standalone.console;

import io.sanse.standalone.Standalone;
import io.sanse.standalone.e2e.PortOffset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The embedded default as a process of its own, as {@code ./sanse up} starts it. */
final class PlatformProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final int STOP_LIMIT_S = 20;

    private final Process process;
    private final Path data;
    private final int portOffset;
    private final URI address;

    private PlatformProcess(Process process, Path data, int portOffset, URI address) {
        this.process = process;
        this.data = data;
        this.portOffset = portOffset;
        this.address = address;
    }

    /** Returns when it can serve. @param data an empty folder */
    static PlatformProcess start(Path data) throws IOException {
        int portOffset = PortOffset.free();
        Process process = run(data, portOffset, "up");
        return new PlatformProcess(process, data, portOffset, awaitReady(process, data));
    }

    private static URI awaitReady(Process process, Path data) throws IOException {
        BufferedReader output = output(process);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()).trim());
            }
        }
        throw new AssertionError("the platform did not start; see " + data);
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process run(Path data, int portOffset, String... verb) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Standalone.class.getName()));
        command.addAll(List.of(verb));
        command.addAll(List.of("--data", data.toString(), "--port-offset", Integer.toString(portOffset)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Where it serves: {@code http://127.0.0.1:<port>}. */
    URI address() {
        return address;
    }

    /** A user's token, from {@code ./sanse token}. */
    String token(String user) {
        try {
            Process asked = run(data, portOffset, "token", user);
            String token = output(asked).readLine();
            if (token == null) {
                throw new AssertionError("no token for " + user);
            }
            return token;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_LIMIT_S, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

package io.sanse.standalone.processes;

import io.sanse.embedded.FreePort;
import io.sanse.runtime.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Starts, kills, restarts and stops the five services; each has its log in the work folder. */
public final class FiveProcesses implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int LINES_TOLD = 20;

    private final Map<ServiceName, Process> running = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, Map<String, String>> environments = new EnumMap<>(ServiceName.class);
    private final Map<ServiceName, Integer> managementPorts = new EnumMap<>(ServiceName.class);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path repository;
    private final Path work;
    private final List<String> javaOptions;

    /**
     * Nothing runs yet.
     *
     * @param repository checkout whose service jars are built
     * @param work where logs go
     * @param settings of every service, by key
     * @param javaOptions of every service
     */
    public FiveProcesses(Path repository, Path work, Map<String, String> settings, List<String> javaOptions)
            throws IOException {
        this.repository = repository;
        this.work = work;
        this.javaOptions = List.copyOf(javaOptions);
        Map<ServiceName, Integer> hazelcast = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            hazelcast.put(service, FreePort.find());
            managementPorts.put(service, FreePort.find());
        }
        // each knows all: whichever is restarted finds the others
        String members =
                hazelcast.values().stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        for (ServiceName service : ServiceName.values()) {
            Map<String, String> own = new LinkedHashMap<>(settings);
            own.put("cluster.enabled", "true");
            own.put("cluster.host", "127.0.0.1");
            own.put("cluster.hazelcast.port", Integer.toString(hazelcast.get(service)));
            own.put("cluster.eventbus.port", Integer.toString(FreePort.find()));
            own.put("cluster.members", members);
            own.put("management.port", Integer.toString(managementPorts.get(service)));
            environments.put(service, environment(own));
        }
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        return environment;
    }

    /** Starts all, the first one alone since the others join it; returns when all are ready. */
    public void start() throws IOException {
        start(ServiceName.INGEST_SERVICE);
        awaitReady(ServiceName.INGEST_SERVICE);
        for (ServiceName service : ServiceName.values()) {
            if (service != ServiceName.INGEST_SERVICE) {
                start(service);
            }
        }
        for (ServiceName service : ServiceName.values()) {
            awaitReady(service);
        }
    }

    /** Starts one that does not run; does not wait. */
    public void start(ServiceName service) throws IOException {
        Path jar = service.jar(repository);
        if (!Files.exists(jar)) {
            throw new IOException(jar + " is not built");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(service).toFile()));
        builder.environment().putAll(environments.get(service));
        running.put(service, builder.start());
    }

    /** Returns when the service says that it is ready. */
    public void awaitReady(ServiceName service) throws IOException {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!isReady(service)) {
            if (!running.get(service).isAlive()) {
                throw new IOException(
                        service.text() + " has ended; " + log(service) + " ends with\n" + logEnd(service));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(service.text() + " is not ready within " + READY_LIMIT + "; " + log(service)
                        + " ends with\n" + logEnd(service));
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean isReady(ServiceName service) {
        try {
            return get(service, "/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What a service's meters say, in Prometheus text format. */
    public String metrics(ServiceName service) throws IOException {
        return get(service, "/metrics").body();
    }

    private HttpResponse<String> get(ServiceName service, String path) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + managementPorts.get(service) + path);
        try {
            return http.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** Kills one with SIGKILL; returns when it is gone. */
    public void kill(ServiceName service) {
        Process process = running.get(service).destroyForcibly();
        process.onExit().join();
    }

    /** The processes by name, for their CPU times. */
    public Map<String, ProcessHandle> handles() {
        Map<String, ProcessHandle> handles = new LinkedHashMap<>();
        running.forEach((service, process) -> handles.put(service.text(), process.toHandle()));
        return handles;
    }

    private Path log(ServiceName service) {
        return work.resolve(service.text() + ".log");
    }

    private String logEnd(ServiceName service) throws IOException {
        List<String> lines = Files.readAllLines(log(service));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }

    /** Stops all with SIGTERM, and those with SIGKILL that take too long. */
    @Override
    public void close() {
        running.values().forEach(Process::destroy);
        long deadline = System.nanoTime() + STOP_LIMIT.toNanos();
        for (Process process : running.values()) {
            process.onExit()
                    .completeOnTimeout(process, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                    .join();
            process.destroyForcibly();
        }
    }
}

package io.sanse.standalone.e2e;

import static io.sanse.testing.Eventually.eventually;

import io.sanse.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The five services as processes of their own, one cluster on loopback. */
final class ServiceProcesses implements AutoCloseable {
    static final List<String> SERVICES =
            List.of("ingest-service", "model-service", "alert-service", "notify-service", "gateway");

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    /**
     * Ports of one service.
     *
     * @param management health and metrics
     */
    private record Member(int management, int hazelcast, int eventBus) {}

    private final Path folder;
    private final Map<String, String> settings;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Jvm> running = new HashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** @param settings the same for all of them */
    ServiceProcesses(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = Map.copyOf(settings);
        for (String service : SERVICES) {
            members.put(service, new Member(FreePort.find(), FreePort.find(), FreePort.find()));
        }
    }

    /** Starts one; it is ready later. */
    void start(String service) {
        Map<String, String> own = new HashMap<>(settings);
        Member member = members.get(service);
        own.put("management.port", Integer.toString(member.management()));
        own.put("cluster.hazelcast.port", Integer.toString(member.hazelcast()));
        own.put("cluster.eventbus.port", Integer.toString(member.eventBus()));
        own.put("cluster.members", clusterMembers());
        own.put("model.state.dir", folder.resolve("state").toString());
        Path output = folder.resolve(service + ".out");
        running.put(service, Jvm.start(Jvm.jar(service), List.of(), environment(own), output));
    }

    private String clusterMembers() {
        return members.values().stream()
                .map(member -> "127.0.0.1:" + member.hazelcast())
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(
                "SANSE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        return environment;
    }

    void kill(String service) throws InterruptedException {
        running.get(service).kill();
    }

    void awaitReady() {
        eventually(READY_LIMIT, this::unready, String::isEmpty);
    }

    private String unready() {
        return SERVICES.stream().filter(service -> !isReady(service)).collect(Collectors.joining(", "));
    }

    private boolean isReady(String service) {
        if (!running.get(service).alive()) {
            throw new AssertionError(
                    service + " has ended:\n" + running.get(service).output());
        }
        URI health = URI.create("http://127.0.0.1:" + members.get(service).management() + "/health/ready");
        try {
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }

    /** What they have printed, for a failed test. */
    String output() {
        return running.entrySet().stream()
                .map(entry ->
                        "== " + entry.getKey() + "\n" + lastOf(entry.getValue().output()))
                .collect(Collectors.joining("\n"));
    }

    private static String lastOf(String text) {
        return text.substring(Math.max(0, text.length() - 3_000));
    }

    @Override
    public void close() throws InterruptedException {
        for (Jvm process : running.values()) {
            process.close();
        }
    }
}

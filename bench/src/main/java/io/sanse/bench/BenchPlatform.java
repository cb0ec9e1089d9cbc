package io.sanse.bench;

import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.embedded.FreePort;
import io.sanse.notify.NotifyMain;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.IssuerKey;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.play.Endpoints;
import io.sanse.standalone.processes.FiveProcesses;
import io.sanse.standalone.smsc.SmscSettings;
import io.sanse.standalone.smsc.SmscSimulator;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five services as processes; broker, PostgreSQL and the SMSC simulator live with the load in the benchmark's own process. */
final class BenchPlatform implements AutoCloseable {
    private static final String SMSC_PASSWORD = "bench";
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx1g");

    private final Vertx vertx = Vertx.vertx();
    private final Endpoints endpoints = new Endpoints(FreePort.find(), FreePort.find(), FreePort.find());
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;
    private final Issuer issuer;
    private final SmscSimulator smsc;
    private final FiveProcesses services;

    private BenchPlatform(Path repository, Path work) throws IOException {
        kafka = EmbeddedKafka.start(work.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(work.resolve("postgres"), 0);
        int issuerPort = FreePort.find();
        issuer = new Issuer(IssuerKey.loadOrMake(work.resolve("issuer")), issuerPort, InstantSource.system());
        issuer.start(vertx, issuerPort).await();
        smsc = new SmscSimulator(
                new SmscSettings(0, 0, work.resolve("smsc.jsonl"), SMSC_PASSWORD, Duration.ofMillis(200)),
                InstantSource.system());
        vertx.deployVerticle(smsc).await();
        services = new FiveProcesses(repository, work, settings(generous(work)), JAVA_OPTIONS);
    }

    /** Kafka and PostgreSQL run, the services do not yet. */
    static BenchPlatform prepare(Path repository, Path work) throws IOException {
        return new BenchPlatform(repository, work);
    }

    /** Returns when the services are ready. */
    void start() throws IOException {
        services.start();
    }

    /** The built-in policy without its budgets, which would hold back most of the messages to one department in one hour. */
    private static Path generous(Path work) throws IOException {
        try (InputStream policy = NotifyMain.class.getResourceAsStream("/notification-policy.yaml")) {
            String text = new String(policy.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    work.resolve("notification-policy.yaml"),
                    text.replaceAll("(perRecipient|inAll): [0-9]+", "$1: 1000000"));
        }
    }

    private Map<String, String> settings(Path policy) throws IOException {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        settings.putAll(issuer.settings());
        String intake = Integer.toString(FreePort.find());
        settings.put("gateway.http.port", Integer.toString(endpoints.http()));
        settings.put("gateway.ingest.port", intake);
        settings.put("ingest.http.port", intake);
        settings.put("jt808.port", Integer.toString(endpoints.jt808()));
        // the trucks are silent while what they have sent is digested
        settings.put("jt808.patience", "PT30M");
        settings.put("hj212.port", Integer.toString(endpoints.hj212()));
        settings.put("smpp.port", Integer.toString(smsc.smppPort()));
        settings.put("smpp.password", SMSC_PASSWORD);
        settings.put("notify.policy", policy.toString());
        return settings;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    String bootstrapServers() {
        return kafka.settings().get("kafka.bootstrap.servers");
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres";
    }

    int messagePage() {
        return smsc.pagePort();
    }

    String integratorToken() {
        return issuer.token(LocalUser.INTEGRATOR);
    }

    /** All processes by name, the benchmark's own included. */
    Map<String, ProcessHandle> handles() {
        Map<String, ProcessHandle> handles = new LinkedHashMap<>(services.handles());
        handles.put("broker and load", ProcessHandle.current());
        return handles;
    }

    @Override
    public void close() {
        services.close();
        kafka.close();
        postgres.close();
        vertx.close().await();
    }
}

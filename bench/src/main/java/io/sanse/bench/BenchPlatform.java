package io.sanse.bench;

import io.sanse.embedded.EmbeddedKafka;
import io.sanse.embedded.EmbeddedPostgres;
import io.sanse.embedded.FreePort;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.IssuerKey;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.play.Endpoints;
import io.sanse.standalone.processes.FiveProcesses;
import io.sanse.standalone.smsc.SmscSettings;
import io.sanse.standalone.smsc.SmscSimulator;
import io.vertx.core.Vertx;
import java.io.IOException;
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
    private final FiveProcesses services;

    private BenchPlatform(Path repository, Path work) throws IOException {
        kafka = EmbeddedKafka.start(work.resolve("kafka"), 0, 0);
        postgres = EmbeddedPostgres.start(work.resolve("postgres"), 0);
        int issuerPort = FreePort.find();
        issuer = new Issuer(IssuerKey.loadOrMake(work.resolve("issuer")), issuerPort, InstantSource.system());
        issuer.start(vertx, issuerPort).await();
        SmscSimulator smsc = new SmscSimulator(
                new SmscSettings(0, 0, work.resolve("smsc.jsonl"), SMSC_PASSWORD, Duration.ofMillis(200)),
                InstantSource.system());
        vertx.deployVerticle(smsc).await();
        services = new FiveProcesses(repository, work, settings(smsc), JAVA_OPTIONS);
    }

    static BenchPlatform start(Path repository, Path work) throws IOException {
        BenchPlatform platform = new BenchPlatform(repository, work);
        platform.services.start();
        return platform;
    }

    private Map<String, String> settings(SmscSimulator smsc) throws IOException {
        Map<String, String> settings = new HashMap<>(kafka.settings());
        settings.putAll(postgres.settings());
        settings.putAll(issuer.settings());
        String intake = Integer.toString(FreePort.find());
        settings.put("gateway.http.port", Integer.toString(endpoints.http()));
        settings.put("gateway.ingest.port", intake);
        settings.put("ingest.http.port", intake);
        settings.put("jt808.port", Integer.toString(endpoints.jt808()));
        settings.put("hj212.port", Integer.toString(endpoints.hj212()));
        settings.put("smpp.port", Integer.toString(smsc.smppPort()));
        settings.put("smpp.password", SMSC_PASSWORD);
        return settings;
    }

    Endpoints endpoints() {
        return endpoints;
    }

    String bootstrapServers() {
        return kafka.settings().get("kafka.bootstrap.servers");
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

package io.sanse.ingest;

import static io.sanse.testing.Eventually.result;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.service.IngestService;
import io.sanse.runtime.ServiceContext;
import io.sanse.testing.TestClock;
import io.sanse.testing.TestContexts;
import io.sanse.testing.TestIssuer;
import io.vertx.core.Vertx;
import io.vertx.serviceproxy.ServiceProxyBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole service, as one of maybe several replicas, with an issuer of its own. */
public final class RunningIngest implements AutoCloseable {
    public static final String NOW = "2026-03-12T15:05:00Z";

    private static final Map<String, String> PORTS = Map.of(
            "ingest.http.port", "0",
            "ingest.http.body-limit", "PT2S",
            "jt808.port", "0",
            "hj212.port", "0",
            "kafka.partitions", "4");

    private final Vertx vertx = Vertx.vertx();
    private final TestClock clock = new TestClock(NOW);
    private final TestIssuer issuer = TestIssuer.start(vertx, clock);
    private final ServiceContext context;
    private final IngestMain.Ports ports;

    /** @param infrastructure settings of Kafka and PostgreSQL */
    public RunningIngest(Map<String, String> infrastructure) {
        context = TestContexts.of(vertx, clock, PORTS, issuer.settings(), infrastructure);
        ports = result(IngestMain.open(context));
    }

    public Uploader uploader(String user) {
        return new Uploader(ports.uploads(), issuer.token(user));
    }

    public Uploader withToken(String token) {
        return new Uploader(ports.uploads(), token);
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public TestClock clock() {
        return clock;
    }

    public Vertx vertx() {
        return vertx;
    }

    public ServiceContext context() {
        return context;
    }

    public IngestMain.Ports ports() {
        return ports;
    }

    /** The service by its proxy, as other services see it. */
    public IngestService service() {
        return new ServiceProxyBuilder(vertx).setAddress(IngestService.ADDRESS).build(IngestService.class);
    }

    public static Caller caller(Role role, String area) {
        return new Caller(role.text(), Set.of(role), null, List.of(area));
    }

    @Override
    public void close() {
        result(context.lifecycle().stop(Duration.ofSeconds(10)));
        result(vertx.close());
    }
}

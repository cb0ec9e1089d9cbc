package io.sanse.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import io.sanse.standalone.issuer.Issuer;
import io.sanse.standalone.issuer.IssuerKey;
import io.sanse.standalone.issuer.LocalUser;
import io.sanse.standalone.play.Endpoints;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded default as a whole: stores, issuer, simulators, services. */
final class RunningPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningPlatform.class);

    /** Name of this process among the consumers, so that a restart does not wait for the sessions of the run before it. */
    private static final String INSTANCE = "standalone";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Options options;
    private final Ports ports;
    private final DataFolder folder;
    private final InstantSource clock;
    private Suite suite;
    private Issuer issuer;

    /** Nothing runs yet. */
    RunningPlatform(Options options, DataFolder folder, InstantSource clock) {
        this.options = options;
        this.ports = new Ports(options.portOffset());
        this.folder = folder;
        this.clock = clock;
        parts.push(folder);
    }

    /**
     * Starts everything.
     *
     * @param binaries where PostgreSQL is unpacked, or null: in the data folder
     * @throws CannotRunException saying why not
     */
    synchronized void start(Screen screen, Path binaries) throws InterruptedException {
        try {
            startParts(screen, binaries == null ? folder.postgres().resolve("binaries") : binaries);
        } catch (BindException taken) {
            throw new CannotRunException(
                    "a port was taken while starting: stop what uses it, or choose others with --port-offset N", taken);
        } catch (IOException | UncheckedIOException failure) {
            throw new CannotRunException("the data folder cannot be used: " + failure.getMessage(), failure);
        }
    }

    /** What does not need the stores comes up beside them. */
    private void startParts(Screen screen, Path binaries) throws IOException, InterruptedException {
        screen.progress("starting Kafka and PostgreSQL in " + options.data());
        Stores stores = Stores.begin(folder, ports, binaries);
        parts.push(stores);
        issuer = new Issuer(IssuerKey.loadOrMake(folder.issuer()), ports.issuer(), clock);
        suite = Suite.prepare(settings(), clock);
        parts.push(suite);
        issuer.start(suite.vertx(), ports.issuer()).await();
        new Simulators(ports, folder.simulators(), issuer).start(suite.vertx(), clock);
        stores.await();
        folder.establish();
        screen.progress("starting ingest, models, alerts, notifications, gateway");
        suite.start();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Stores.settings(ports));
        settings.putAll(issuer.settings());
        settings.putAll(Simulators.settings(ports));
        settings.put("cluster.enabled", "false");
        settings.put("management.port", Integer.toString(ports.management()));
        settings.put("gateway.http.port", Integer.toString(ports.http()));
        settings.put("gateway.ingest.port", Integer.toString(ports.intake()));
        settings.put("ingest.http.port", Integer.toString(ports.intake()));
        settings.put("jt808.port", Integer.toString(ports.jt808()));
        settings.put("hj212.port", Integer.toString(ports.hj212()));
        settings.put("ingest.admit-unknown", Boolean.toString(options.admitUnknown()));
        settings.put("kafka.partitions", "4");
        settings.put("kafka.instance.id", INSTANCE);
        settings.put("model.instance.id", INSTANCE);
        settings.put("model.state.dir", folder.streams().toString());
        return settings;
    }

    Vertx vertx() {
        return suite.vertx();
    }

    MeterRegistry meters() {
        return suite.meters();
    }

    Ports ports() {
        return ports;
    }

    DataFolder folder() {
        return folder;
    }

    Endpoints endpoints() {
        return new Endpoints(ports.http(), ports.jt808(), ports.hj212());
    }

    String bootstrapServers() {
        return Stores.settings(ports).get("kafka.bootstrap.servers");
    }

    String token(LocalUser user) {
        return issuer.token(user);
    }

    /** Stops everything, newest first, when a start that is under way has ended; what does not stop is logged and passed over. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("{} does not stop cleanly", part.getClass().getSimpleName(), failure);
            }
        }
    }
}

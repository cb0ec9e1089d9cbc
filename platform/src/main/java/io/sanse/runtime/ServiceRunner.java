package io.sanse.runtime;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.runtime.health.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.micrometer.MicrometerMetricsFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one service as a process of its own: builds Vert.x, the management port and the service, and stops them in reverse on SIGTERM. */
public final class ServiceRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);
    private static final Duration STEP_LIMIT = Duration.ofSeconds(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private ServiceRunner() {}

    /** Never returns normally when the start fails: the process ends with exit code 1 after one clear sentence. */
    public static void run(String name, Service service) {
        try {
            start(name, service, Settings.load(System.getenv()))
                    .onSuccess(context -> LOG.info("{} is ready", name))
                    .onFailure(failure -> die(name, failure));
        } catch (IllegalArgumentException badSettings) {
            die(name, badSettings);
        }
    }

    private static void die(String name, Throwable failure) {
        LOG.error("{} cannot start: {}", name, failure.getMessage(), failure);
        // exit runs the shutdown hook, which must not wait for the event loop that this may run on
        new Thread(() -> System.exit(1), "exit").start();
    }

    private static Future<ServiceContext> start(String name, Service service, Settings settings) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return vertx(settings, metrics).compose(vertx -> {
            ServiceContext context =
                    new ServiceContext(vertx, settings, metrics, new Health(), new Lifecycle(), InstantSource.system());
            context.lifecycle().onStop("vert.x", vertx::close);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(name, context), "stop"));
            return management(context).compose(up -> service.start(context)).map(up -> started(name, context));
        });
    }

    /** Vert.x with its meters in the given registry, clustered when the settings say so. */
    public static Future<Vertx> vertx(Settings settings, PrometheusMeterRegistry metrics) {
        return Cluster.build(
                Vertx.builder().withMetrics(new MicrometerMetricsFactory(metrics)), ClusterSettings.from(settings));
    }

    /** Opens the management port of {@code management.host}:{@code management.port}. */
    public static Future<Void> management(ServiceContext context) {
        ManagementSettings settings = ManagementSettings.from(context.settings());
        return new ManagementServer(context.metrics(), context.health())
                .start(context.vertx(), settings.host(), settings.port())
                .mapEmpty();
    }

    private static ServiceContext started(String name, ServiceContext context) {
        context.settings().declared().forEach((key, setting) -> LOG.info("{}: {} = {}", name, key, setting.value()));
        if (!context.settings().unread().isEmpty()) {
            throw new IllegalArgumentException("the settings file has unknown keys: "
                    + String.join(", ", context.settings().unread()));
        }
        context.health().markStarted();
        return context;
    }

    private static void stop(String name, ServiceContext context) {
        try {
            context.lifecycle().stop(STEP_LIMIT).await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
            LOG.info("{} has stopped", name);
        } catch (TimeoutException late) {
            LOG.warn("{} did not stop within {} s", name, STOP_LIMIT.toSeconds(), late);
        }
    }
}

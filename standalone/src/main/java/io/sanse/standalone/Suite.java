package io.sanse.standalone;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sanse.alert.AlertMain;
import io.sanse.gateway.GatewayMain;
import io.sanse.ingest.IngestMain;
import io.sanse.model.ModelMain;
import io.sanse.notify.NotifyMain;
import io.sanse.runtime.Lifecycle;
import io.sanse.runtime.Service;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.sanse.runtime.Settings;
import io.sanse.runtime.health.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The five services on one Vert.x, with one health, one set of meters and one management port. */
final class Suite implements AutoCloseable {
    private static final Duration STEP_LIMIT = Duration.ofSeconds(3);
    private static final int START_LIMIT_S = 60;
    private static final int STOP_LIMIT_S = 6;

    /** In the order of the road: stopped from its beginning, so that what is under way can still arrive. */
    private static final List<Service> SERVICES =
            List.of(IngestMain::start, ModelMain::start, AlertMain::start, NotifyMain::start, GatewayMain::start);

    private final Settings settings;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health();
    private final InstantSource clock;
    private final Vertx vertx;
    private final List<Lifecycle> lifecycles =
            Stream.generate(Lifecycle::new).limit(SERVICES.size()).toList();

    private Suite(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.vertx = ServiceRunner.vertx(settings, metrics).await();
    }

    /** Vert.x runs, the services do not yet. */
    static Suite prepare(Map<String, String> settings, InstantSource clock) {
        return new Suite(Settings.of(settings), clock);
    }

    Vertx vertx() {
        return vertx;
    }

    MeterRegistry meters() {
        return metrics;
    }

    /** @throws CannotRunException when one of the services does not start */
    void start() {
        try {
            ServiceRunner.management(context(new Lifecycle())).await();
            services().await(START_LIMIT_S, TimeUnit.SECONDS);
            requireAllRead();
            health.markStarted();
        } catch (TimeoutException late) {
            throw new CannotRunException(
                    "the services are not ready within " + START_LIMIT_S + " s; see the log", late);
        } catch (RuntimeException failure) {
            throw new CannotRunException(
                    "the services do not start: " + failure.getMessage() + "; see the log", failure);
        }
    }

    /** A setting that no service reads is misspelt here. */
    private void requireAllRead() {
        if (!settings.unread().isEmpty()) {
            throw new IllegalStateException("nothing reads the settings " + String.join(", ", settings.unread()));
        }
    }

    private Future<Void> services() {
        List<Future<Void>> starting = Stream.iterate(0, i -> i < SERVICES.size(), i -> i + 1)
                .map(i -> SERVICES.get(i).start(context(lifecycles.get(i))))
                .toList();
        return Future.all(starting).mapEmpty();
    }

    private ServiceContext context(Lifecycle lifecycle) {
        return new ServiceContext(vertx, settings, metrics, health, lifecycle, clock);
    }

    @Override
    public void close() {
        Future<Void> stopping = Future.succeededFuture();
        for (Lifecycle lifecycle : lifecycles) {
            stopping = stopping.compose(done -> lifecycle.stop(STEP_LIMIT));
        }
        try {
            stopping.compose(done -> vertx.close()).await(STOP_LIMIT_S, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the services do not stop within " + STOP_LIMIT_S + " s", late);
        }
    }
}

package io.sanse.model.engine;

import io.sanse.model.watch.Lateness;
import io.sanse.model.watch.StateSizes;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.kafka.KafkaSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the detection models as long as the service runs. */
public final class DetectionStreams {
    private static final Logger LOG = LoggerFactory.getLogger(DetectionStreams.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

    /** A commit logs all that has changed at once: beginning a compressed batch costs as much as filling it with 16 kB, which is the default. */
    private static final int BATCH_BYTES = 256 << 10;

    private final ServiceContext context;
    private final KafkaStreams streams;
    private final Promise<Void> running = Promise.promise();

    private DetectionStreams(ServiceContext context, KafkaStreams streams) {
        this.context = context;
        this.streams = streams;
    }

    /**
     * Starts the models; registers the readiness check and the stop. The topics must exist.
     *
     * @param sizes is told how much they hold of subjects
     * @param lateness is told how late what they get was received
     * @return completes when they run and have restored their state; fails with {@link Unavailable} when they stop before
     */
    public static Future<Void> start(
            ServiceContext context, ReleasedModels models, StateSizes sizes, Lateness lateness) {
        DetectionMetrics metrics = new DetectionMetrics(context.metrics(), lateness);
        context.metrics().getPrometheusRegistry().register(lateness);
        DeadLetterRecords letters = new DeadLetterRecords(context.clock(), metrics);
        DetectionParts parts = new DetectionParts(
                metrics.watched(models), metrics.watched(new RegistryView()), metrics, letters, sizes, context.clock());
        KafkaStreams streams = new KafkaStreams(DetectionTopology.of(parts), config(context, letters));
        return new DetectionStreams(context, streams).start();
    }

    private Future<Void> start() {
        streams.setStateListener(this::changed);
        streams.setUncaughtExceptionHandler(new ThreadReplacement(context.clock(), context.health()));
        context.lifecycle()
                .onStop("detection models", () -> context.vertx().executeBlocking(() -> streams.close(CLOSE_LIMIT)));
        context.health().ready("detection-models", this::readiness);
        return context.vertx()
                .executeBlocking(() -> {
                    streams.start();
                    return null;
                })
                .compose(started -> running.future());
    }

    private void changed(State now, State before) {
        LOG.info("detection models: {} after {}", now, before);
        if (now == State.RUNNING) {
            running.tryComplete();
        } else if (now == State.ERROR || now == State.NOT_RUNNING) {
            running.tryFail(new Unavailable("the detection models have stopped: " + now, null));
        }
    }

    private Future<Void> readiness() {
        return streams.state() == State.RUNNING
                ? Future.succeededFuture()
                : Future.failedFuture("detection models are " + streams.state());
    }

    private static Properties config(ServiceContext context, DeadLetterRecords letters) {
        KafkaSettings kafka = KafkaSettings.from(context.settings());
        EngineSettings engine = EngineSettings.from(context.settings());
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, engine.applicationId());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, engine.commitInterval().toMillis());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, engine.threads());
        config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, engine.standbys());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
        config.put(StreamsConfig.STATE_DIR_CONFIG, engine.stateDir());
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DefectHandler.class);
        config.put(DefectHandler.LETTERS, letters);
        clients(config, engine);
        return config;
    }

    private static void clients(Properties config, EngineSettings engine) {
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        if (!engine.instanceId().isEmpty()) {
            config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), engine.instanceId());
        }
    }
}

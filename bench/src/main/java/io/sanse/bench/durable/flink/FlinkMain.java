package io.sanse.bench.durable.flink;

import io.sanse.bench.peers.FlinkRules;
import io.sanse.bench.stream.Event;
import io.sanse.contract.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.SerializableTimestampAssigner;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job: {@code observations} → five rules → {@code detections}, exactly once. It goes on from the newest checkpoint, if there is one. */
public final class FlinkMain {
    /** Under which it tells Kafka how far it is. */
    public static final String GROUP = "flink";

    private static final int PARALLELISM = 2;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration TRANSACTION_LIMIT = Duration.ofMinutes(10);

    private FlinkMain() {}

    /** Arguments: Kafka's brokers, folder of checkpoints, time between them (ISO 8601). Runs until it is ended from outside. */
    public static void main(String[] arguments) throws Exception {
        Configuration settings = settings(Path.of(arguments[1]), Duration.parse(arguments[2]));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        environment.getConfig().enableObjectReuse();
        SerializableTimestampAssigner<Event> time = (event, before) -> event.at;
        environment
                .fromSource(
                        source(arguments[0]),
                        WatermarkStrategy.<Event>forMonotonousTimestamps().withTimestampAssigner(time),
                        "observations")
                .uid("observations")
                .keyBy(event -> event.key)
                .process(new FlinkRules())
                .returns(Types.STRING)
                .uid("rules")
                .sinkTo(sink(arguments[0]))
                .uid("detections");
        try {
            environment.execute("five rules");
        } finally {
            System.exit(1);
        }
    }

    private static Configuration settings(Path checkpoints, Duration every) throws IOException {
        Configuration settings = new Configuration();
        for (String part : new String[] {"jobmanager", "taskmanager"}) {
            settings.setString(part + ".bind-host", LOOPBACK);
        }
        settings.setString("jobmanager.rpc.address", LOOPBACK);
        settings.setString("taskmanager.host", LOOPBACK);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        settings.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        RetainedCheckpoints.in(checkpoints)
                .newest()
                .ifPresent(newest -> settings.set(
                        StateRecoveryOptions.SAVEPOINT_PATH, newest.toUri().toString()));
        return settings;
    }

    private static KafkaSource<Event> source(String servers) {
        return KafkaSource.<Event>builder()
                .setBootstrapServers(servers)
                .setTopics(Topics.OBSERVATIONS.name())
                .setGroupId(GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setValueOnlyDeserializer(new FrameEvents())
                .build();
    }

    private static KafkaSink<String> sink(String servers) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(servers)
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(Topics.DETECTIONS.name())
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(GROUP)
                .setProperty("transaction.timeout.ms", Long.toString(TRANSACTION_LIMIT.toMillis()))
                .build();
    }
}

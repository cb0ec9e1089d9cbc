package io.sanse.model.trace.job;

import io.sanse.contract.Level;
import io.sanse.contract.Topics;
import io.sanse.contract.detection.Change;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.trace.TraceBack;
import io.sanse.contract.trace.TraceBackCause;
import io.sanse.contract.trace.TraceBackQuestion;
import io.sanse.contract.trace.TraceBackState;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.detect.parameter.Parameters;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.Message;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Orders a trace-back for each detection of the dumping kind that is yellow or red and has a place: once for an episode, whatever becomes of it. It reads the topic that
 * alert-service reads, too, so that facts go on travelling one way; the console finds the answer by the episode.
 */
final class DumpingWatch {
    private static final String CONSUMER = "model-trace-back";

    private final InstantSource clock;
    private final Parameters parameters;
    private final TraceBackStore store = new TraceBackStore();

    private DumpingWatch(InstantSource clock, Parameters parameters) {
        this.clock = clock;
        this.parameters = parameters;
    }

    /** Completes when the loop has its partitions. */
    static Future<Void> start(ServiceContext context, Database database, DeadLetters letters, Parameters parameters) {
        DumpingWatch watch = new DumpingWatch(context.clock(), parameters);
        Consumption<Detection> consumption =
                new Consumption<>((key, value) -> Json.parse(value, Detection.class), watch::order, letters);
        return ConsumerLoop.start(context, database, CONSUMER, Topics.DETECTIONS.name(), consumption);
    }

    private Future<Void> order(SqlConnection transaction, List<Message<Detection>> messages) {
        Instant oldest = clock.instant().minusMillis(parameters.ms("pushAge"));
        List<Future<Void>> orders = messages.stream()
                .map(Message::value)
                .filter(detection ->
                        isWanted(detection) && detection.detectedAt().isAfter(oldest))
                .map(detection -> store.add(transaction, job(detection)))
                .toList();
        return Future.all(orders).mapEmpty();
    }

    private boolean isWanted(Detection detection) {
        return parameters.texts("pushModels").contains(detection.model())
                && detection.level() != Level.BLUE
                && detection.location() != null
                && (detection.change() == Change.RAISED || detection.change() == Change.AMENDED);
    }

    private TraceBackStore.Stored job(Detection detection) {
        TraceBackCause cause = new TraceBackCause(detection.model(), detection.subject(), detection.episodeStart());
        TraceBackQuestion question = new TraceBackQuestion(
                detection.location(),
                parameters.number("pushRadius"),
                null,
                Objects.requireNonNullElse(detection.from(), detection.episodeStart())
                        .minusMillis(parameters.ms("pushBefore")),
                Objects.requireNonNullElse(detection.to(), detection.episodeStart())
                        .plusMillis(parameters.ms("pushAfter")),
                null,
                null);
        UUID id = UUID.nameUUIDFromBytes((CONSUMER + ' ' + Json.text(cause)).getBytes(StandardCharsets.UTF_8));
        TraceBack job =
                new TraceBack(id, TraceBackState.QUEUED, 0, null, clock.instant(), null, question, cause, null, null);
        return new TraceBackStore.Stored(job, detection.division());
    }
}

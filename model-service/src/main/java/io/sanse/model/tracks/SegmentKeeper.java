package io.sanse.model.tracks;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.observation.ObservationFrames;
import io.sanse.deadletter.DeadLetters;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.Message;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumes observations into segments and forgets old ones. An entry of a frame that cannot be read becomes a dead letter and holds nobody up. */
public final class SegmentKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentKeeper.class);
    private static final String CONSUMER = "model-observations";
    private static final Duration CLEANING = Duration.ofHours(1);

    private final Vertx vertx;
    private final InstantSource clock;
    private final Database database;
    private final DeadLetters letters;
    private final SegmentStore store = new SegmentStore();

    private SegmentKeeper(ServiceContext context, Database database, DeadLetters letters) {
        this.vertx = context.vertx();
        this.clock = context.clock();
        this.database = database;
        this.letters = letters;
    }

    /** Completes when the loop has its partitions. */
    public static Future<Void> start(ServiceContext context, Database database, DeadLetters letters) {
        Duration keep = KeepingSettings.from(context.settings()).keep();
        SegmentKeeper keeper = new SegmentKeeper(context, database, letters);
        long timer = context.vertx().setPeriodic(0, CLEANING.toMillis(), tick -> keeper.forget(keep));
        context.lifecycle()
                .onStop(
                        "observation cleaning",
                        () -> Future.succeededFuture(context.vertx().cancelTimer(timer)));
        Consumption<ObservationFrames.Frame> consumption =
                new Consumption<>((key, value) -> ObservationFrames.decode(value), keeper::keep, letters);
        return ConsumerLoop.start(context, database, CONSUMER, Topics.OBSERVATIONS.name(), consumption);
    }

    private Future<Void> keep(SqlConnection transaction, List<Message<ObservationFrames.Frame>> messages) {
        return Future.all(letters(messages))
                .compose(kept -> vertx.executeBlocking(() -> pack(messages), false))
                .compose(segments -> store.insert(transaction, segments, clock.instant()));
    }

    private static List<Segment> pack(List<Message<ObservationFrames.Frame>> messages) {
        Message<ObservationFrames.Frame> first = messages.get(0);
        List<Observation> batch = new ArrayList<>();
        messages.forEach(message -> batch.addAll(message.value().observations()));
        return SegmentPacking.pack(batch, first.partition(), first.offset());
    }

    private List<Future<Void>> letters(List<Message<ObservationFrames.Frame>> messages) {
        List<Future<Void>> published = new ArrayList<>();
        for (Message<ObservationFrames.Frame> message : messages) {
            List<ObservationFrames.Unreadable> unreadable = message.value().unreadable();
            for (int i = 0; i < unreadable.size(); i++) {
                published.add(letters.publish(letter(message, i, unreadable.get(i))));
            }
        }
        return published;
    }

    private DeadLetter letter(Message<?> message, int number, ObservationFrames.Unreadable unreadable) {
        String place = Topics.OBSERVATIONS.name() + '-' + message.partition() + '@' + message.offset() + '#' + number;
        return new DeadLetter(
                UUID.nameUUIDFromBytes((CONSUMER + ' ' + place).getBytes(StandardCharsets.UTF_8)),
                "model-service",
                "kafka",
                Topics.OBSERVATIONS.name(),
                "unreadable",
                place + ": " + unreadable.detail(),
                unreadable.bytes(),
                clock.instant());
    }

    private void forget(Duration keep) {
        database.transaction(connection ->
                        store.forgetStoredBefore(connection, clock.instant().minus(keep)))
                .onSuccess(forgotten -> LOG.debug("forgot {} observation segments", forgotten))
                .onFailure(failure -> LOG.warn("observations are forgotten later: {}", failure.toString()));
    }
}

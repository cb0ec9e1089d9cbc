package io.sanse.ingest.deadletter;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Topics;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.Message;
import io.sanse.runtime.kafka.PoisonSink;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumes the dead letters of all services into the table and forgets old ones. */
public final class DeadLetterKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterKeeper.class);
    private static final String CONSUMER = "ingest-dead-letters";
    private static final Duration CLEANING = Duration.ofHours(1);

    private DeadLetterKeeper() {}

    /**
     * Completes when the loop has its partitions.
     *
     * @param poison keeps records that are no letters
     */
    public static Future<Void> start(
            ServiceContext context, Database database, DeadLetterStore store, PoisonSink poison) {
        Duration keep = DeadLetterSettings.from(context.settings()).keep();
        long timer = context.vertx().setPeriodic(0, CLEANING.toMillis(), tick -> forget(context, store, keep));
        context.lifecycle()
                .onStop(
                        "dead letter cleaning",
                        () -> Future.succeededFuture(context.vertx().cancelTimer(timer)));
        Consumption<DeadLetter> consumption = new Consumption<>(
                (key, value) -> Json.parse(value, DeadLetter.class),
                (transaction, messages) -> store.insert(
                        transaction, messages.stream().map(Message::value).toList()),
                poison);
        return ConsumerLoop.start(context, database, CONSUMER, Topics.DEAD_LETTERS.name(), consumption);
    }

    private static void forget(ServiceContext context, DeadLetterStore store, Duration keep) {
        store.forgetBefore(context.clock().instant().minus(keep))
                .onSuccess(forgotten -> LOG.debug("forgot {} dead letters", forgotten))
                .onFailure(failure -> LOG.warn("dead letters are forgotten later: {}", failure.toString()));
    }
}

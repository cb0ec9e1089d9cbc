package io.sanse.model.release;

import io.sanse.contract.Topics;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.VersionService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.certification.Certifications;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.release.text.VersionTexts;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.Turns;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Runs the life of versions as long as the service runs. */
public final class Releases {
    private final ServiceContext context;
    private final Database database;
    private final ReleaseParts parts;
    private final RecordPublisher records;

    /**
     * Not running yet.
     *
     * @param backtests plays history for gates
     * @param library the models that ship with the platform
     * @param judging the models that judge now
     * @param divisions codes of the divisions in which the registry knows of anything now
     */
    public Releases(
            ServiceContext context,
            Database database,
            BacktestService backtests,
            ModelSet library,
            Supplier<ModelSet> judging,
            Supplier<Set<String>> divisions) {
        this.context = context;
        this.database = database;
        this.records = RecordPublisher.open(context, "model-versions");
        this.parts = new ReleaseParts(
                context.vertx(),
                context.clock(),
                database,
                backtests,
                new Certifications(
                        context,
                        database,
                        judging,
                        notice -> records.publish(
                                Topics.MODEL_NOTICES.name(), notice.id().toString(), Json.bytes(notice))),
                new VersionTexts(library),
                divisions,
                ReleaseSettings.from(context.settings()));
    }

    /** Completes when versions are answered for and firings are counted. */
    public Future<Void> start() {
        Publisher publisher = new Publisher(
                parts, assigned -> records.publish(Topics.MODELS.name(), assigned.model(), Json.bytes(assigned)));
        context.lifecycle().onStop("assignments of versions", publisher::stop);
        publisher.wake();
        VersionWatch watch = new VersionWatch(parts, publisher);
        turns("gates of versions", watch::gates);
        turns("forecasts of versions", watch::forecasts);
        turns("certifications of versions", parts.certifications()::look);
        return Future.all(
                        count("model-firing", Topics.DETECTIONS.name()),
                        count("model-firing-shadow", Topics.SHADOW_DETECTIONS.name()),
                        answer(new VersionDesk(parts, publisher)))
                .mapEmpty();
    }

    private void turns(String name, Supplier<Future<Duration>> turn) {
        Turns turns = new Turns(context.vertx(), name, turn);
        context.lifecycle().onStop(name, turns::stop);
        turns.wake();
    }

    private Future<Void> count(String name, String topic) {
        FiringStore firings = new FiringStore();
        return ConsumerLoop.start(
                context,
                database,
                name,
                topic,
                new Consumption<>(
                        (key, value) -> Json.parse(value, Detection.class),
                        firings::add,
                        new DeadLetters(context, "model-service", records)));
    }

    private Future<Void> answer(VersionService desk) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(VersionService.ADDRESS);
        MessageConsumer<JsonObject> consumer = binder.register(VersionService.class, desk);
        context.lifecycle().onStop("orders of versions", consumer::unregister);
        return consumer.completion();
    }
}

package io.sanse.model;

import io.sanse.contract.Topics;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.ModelService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.model.backtest.job.BacktestJobs;
import io.sanse.model.backtest.job.OrdersOfPeople;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.engine.DetectionStreams;
import io.sanse.model.engine.ReleasedModels;
import io.sanse.model.explain.topic.ExplanationDesk;
import io.sanse.model.library.Library;
import io.sanse.model.release.Releases;
import io.sanse.model.route.RouteLearning;
import io.sanse.model.trace.job.RegistryTable;
import io.sanse.model.trace.job.TraceBacks;
import io.sanse.model.tracks.ObservationStore;
import io.sanse.model.tracks.SegmentKeeper;
import io.sanse.model.watch.Lateness;
import io.sanse.model.watch.LatenessDesk;
import io.sanse.model.watch.StateDesk;
import io.sanse.model.watch.StateSizes;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** model-service: topics and library → detection models → kept observations → answers. */
public final class ModelMain {
    private static final Logger LOG = LoggerFactory.getLogger(ModelMain.class);

    private ModelMain() {}

    public static void main(String[] arguments) {
        ServiceRunner.run("model-service", ModelMain::start);
    }

    /** Completes when the models run and questions are answered. Fails when Kafka or PostgreSQL is not there or a model's file is wrong. */
    public static Future<Void> start(ServiceContext context) {
        Future<ModelSet> library = context.vertx().executeBlocking(Library::load, false);
        return topics(context).compose(made -> library).compose(models -> {
            ReleasedModels released = new ReleasedModels(models);
            StateSizes sizes = StateSizes.from(context.settings());
            Lateness lateness = new Lateness();
            return DetectionStreams.start(context, released, sizes, lateness)
                    .compose(run -> Database.open(context, "model"))
                    .compose(database -> keepObservations(context, database).compose(kept -> answer(
                                    context,
                                    new ModelApi(
                                            () -> ModelCatalogue.of(
                                                    released.at(context.clock().millis()),
                                                    context.clock().instant()),
                                            kept.store(),
                                            StateDesk.open(context, database, sizes),
                                            LatenessDesk.open(context, database, lateness)))
                            .compose(answering -> ExplanationDesk.start(context, released))
                            .compose(answering -> backtests(context, database, released))
                            .compose(backtests -> new Releases(
                                            context,
                                            database,
                                            backtests,
                                            models,
                                            () -> released.at(context.clock().millis()),
                                            kept.registry()::divisions)
                                    .start())))
                    .onSuccess(started -> compile(context, released));
        });
    }

    /** Nobody waits for it: what is not compiled yet is interpreted. */
    private static void compile(ServiceContext context, ReleasedModels models) {
        context.vertx()
                .executeBlocking(
                        () -> {
                            models.compile();
                            return null;
                        },
                        false)
                .onFailure(defect -> LOG.error("the library cannot be compiled; it goes on interpreted", defect));
    }

    private static Future<Void> topics(ServiceContext context) {
        return TopicAdmin.ensure(
                context.vertx(),
                KafkaSettings.from(context.settings()),
                Stream.of(
                                Topics.OBSERVATIONS,
                                Topics.REGISTRY,
                                Topics.MODELS,
                                Topics.DETECTIONS,
                                Topics.SHADOW_DETECTIONS,
                                Topics.MODEL_NOTICES,
                                Topics.DEAD_LETTERS)
                        .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                        .toList());
    }

    /** What is kept of what was observed and registered. */
    private record Kept(ObservationStore store, RegistryTable registry) {}

    private static Future<Kept> keepObservations(ServiceContext context, Database database) {
        DeadLetters letters =
                new DeadLetters(context, "model-service", RecordPublisher.open(context, "model-observations"));
        return SegmentKeeper.start(context, database, letters)
                .compose(started -> RegistryTable.follow(context, letters))
                .compose(registry -> TraceBacks.start(context, database, letters, Library.traceBack(), registry)
                        .onSuccess(started -> learnRoutes(context, database, registry))
                        .map(started -> new Kept(new ObservationStore(context, database), registry)));
    }

    private static void learnRoutes(ServiceContext context, Database database, RegistryTable registry) {
        new RouteLearning(context, database, registry::world, Library.routeLearning()).start(context);
    }

    private static Future<BacktestService> backtests(ServiceContext context, Database database, ReleasedModels models) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(BacktestService.ADDRESS);
        BacktestJobs jobs = new BacktestJobs(
                context, database, () -> models.live(context.clock().millis()));
        MessageConsumer<JsonObject> consumer =
                binder.register(BacktestService.class, new OrdersOfPeople(context.vertx(), jobs));
        context.lifecycle().onStop("orders of backtests", consumer::unregister);
        return consumer.completion().map(jobs);
    }

    private static Future<Void> answer(ServiceContext context, ModelService api) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(ModelService.ADDRESS);
        MessageConsumer<JsonObject> consumer = binder.register(ModelService.class, api);
        context.lifecycle().onStop("questions", consumer::unregister);
        return consumer.completion();
    }
}

package io.sanse.model;

import io.sanse.contract.Topics;
import io.sanse.contract.service.ModelService;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.engine.DetectionStreams;
import io.sanse.model.library.Library;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicAdmin;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.util.stream.Stream;

/** model-service: topics and library → detection models → answers. */
public final class ModelMain {
    private ModelMain() {}

    public static void main(String[] arguments) {
        ServiceRunner.run("model-service", ModelMain::start);
    }

    /** Completes when the models run and questions are answered. Fails when Kafka is not there or a model's file is wrong. */
    public static Future<Void> start(ServiceContext context) {
        Future<ModelSet> library = context.vertx().executeBlocking(Library::load, false);
        return topics(context).compose(made -> library).compose(models -> DetectionStreams.start(context, models)
                .compose(run -> answer(context, models)));
    }

    private static Future<Void> topics(ServiceContext context) {
        return TopicAdmin.ensure(
                context.vertx(),
                KafkaSettings.from(context.settings()),
                Stream.of(Topics.OBSERVATIONS, Topics.REGISTRY, Topics.DETECTIONS, Topics.DEAD_LETTERS)
                        .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                        .toList());
    }

    private static Future<Void> answer(ServiceContext context, ModelSet models) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(ModelService.ADDRESS);
        MessageConsumer<JsonObject> consumer =
                binder.register(ModelService.class, new ModelApi(ModelCatalogue.of(models)));
        context.lifecycle().onStop("questions", consumer::unregister);
        return consumer.completion();
    }
}

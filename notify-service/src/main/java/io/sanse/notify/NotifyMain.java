package io.sanse.notify;

import io.sanse.contract.Topics;
import io.sanse.contract.alert.AlertEvent;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.service.NotifyService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.notify.channel.SmsChannel;
import io.sanse.notify.channel.smpp.SmppChannel;
import io.sanse.notify.channel.smpp.SmppSettings;
import io.sanse.notify.domain.Throttle;
import io.sanse.notify.policy.NoticeText;
import io.sanse.notify.policy.NotificationPolicy;
import io.sanse.notify.policy.PolicyReader;
import io.sanse.notify.policy.TemplateText;
import io.sanse.notify.stage.ContactStage;
import io.sanse.notify.stage.DeliveryMeters;
import io.sanse.notify.stage.ModelNoticeStage;
import io.sanse.notify.stage.NoticeStage;
import io.sanse.notify.stage.RegistryChange;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.sanse.runtime.json.Json;
import io.sanse.runtime.kafka.BatchHandler;
import io.sanse.runtime.kafka.ConsumerLoop;
import io.sanse.runtime.kafka.Consumption;
import io.sanse.runtime.kafka.Decoder;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.RecordPublisher;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.serviceproxy.ServiceBinder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** notify-service: tells people what alerts and notices about models ask of them, by SMS. */
public final class NotifyMain {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyMain.class);
    private static final String NAME = "notify-service";

    private final ServiceContext context;
    private final NotifySettings settings;
    private final NotificationPolicy policy;
    private final SmsChannel channel;
    private final DeliveryMeters meters;
    private final DeadLetters deadLetters;

    private NotifyMain(ServiceContext context) {
        this.context = context;
        this.settings = NotifySettings.from(context.settings());
        this.policy = PolicyReader.read(settings.policy());
        this.channel = new SmppChannel(context.vertx(), SmppSettings.from(context.settings()));
        this.meters = new DeliveryMeters(context.metrics());
        this.deadLetters = new DeadLetters(context, NAME, RecordPublisher.open(context, NAME));
    }

    public static void main(String[] arguments) {
        ServiceRunner.run(NAME, NotifyMain::start);
    }

    /** Completes when alert events, notices about models and contacts are consumed and questions are answered; the operator may still be away. */
    public static Future<Void> start(ServiceContext context) {
        return Future.succeededFuture(context).map(NotifyMain::new).compose(NotifyMain::start);
    }

    private Future<Void> start() {
        return topics().compose(ready -> Database.open(context, "notify")).compose(this::serve);
    }

    private Future<Void> serve(Database database) {
        return deliver(database)
                .compose(delivering -> answer(database))
                .compose(answering -> keepContacts(database))
                .compose(keeping -> followModels(database))
                .compose(following -> followAlerts(database));
    }

    private Future<Void> topics() {
        List<TopicAdmin.Wanted> wanted = Topics.ALL.stream()
                .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                .toList();
        return TopicAdmin.ensure(context.vertx(), KafkaSettings.from(context.settings()), wanted);
    }

    private Future<Void> deliver(Database database) {
        DeliveryVerticle verticle = new DeliveryVerticle(context, database, channel, settings, meters);
        return context.vertx()
                .deployVerticle(verticle)
                .onSuccess(id -> context.lifecycle()
                        .onStop("deliveries", () -> context.vertx().undeploy(id)))
                .mapEmpty();
    }

    private Future<Void> answer(Database database) {
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(NotifyService.ADDRESS);
        var consumer = binder.register(NotifyService.class, new NotifyApi(database, context.clock()));
        context.lifecycle().onStop("questions", consumer::unregister);
        return consumer.completion();
    }

    private Future<Void> keepContacts(Database database) {
        ContactStage stage = new ContactStage(settings.contactGrace(), meters, context.clock());
        return consume(database, Topics.REGISTRY.name(), RegistryChange::decode, stage);
    }

    private Future<Void> followModels(Database database) {
        if (policy.models() == null) {
            LOG.warn("the notification policy has no models: nobody is told of certifications that end");
        }
        NoticeText text = new NoticeText(policy, settings.language(), settings.zone());
        ModelNoticeStage stage = new ModelNoticeStage(
                policy, new ModelNoticeStage.Writing(text, channel::parts, settings.zone()), meters, context.clock());
        Decoder<CertificationNotice> decoder = (key, value) -> Json.parse(value, CertificationNotice.class);
        return consume(database, Topics.MODEL_NOTICES.name(), decoder, stage);
    }

    private Future<Void> followAlerts(Database database) {
        TemplateText text = new TemplateText(policy, settings.language(), settings.zone());
        NoticeStage stage = new NoticeStage(
                policy,
                new Throttle(policy, settings.zone()),
                new NoticeStage.Writing(text, channel::parts),
                meters,
                context.clock());
        Decoder<AlertEvent> decoder = (key, value) -> Json.parse(value, AlertEvent.class);
        return consume(database, Topics.ALERT_EVENTS.name(), decoder, stage);
    }

    private <V> Future<Void> consume(Database database, String topic, Decoder<V> decoder, BatchHandler<V> handler) {
        Consumption<V> consumption = new Consumption<>(decoder, handler, deadLetters);
        return ConsumerLoop.start(context, database, NAME + "-" + topic, topic, consumption);
    }
}

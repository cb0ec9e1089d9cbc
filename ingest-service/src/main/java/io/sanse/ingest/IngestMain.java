package io.sanse.ingest;

import io.sanse.auth.TokenVerifier;
import io.sanse.contract.Topics;
import io.sanse.contract.access.AccessService;
import io.sanse.contract.service.IngestService;
import io.sanse.deadletter.DeadLetters;
import io.sanse.ingest.access.AccessKeeper;
import io.sanse.ingest.access.AccessSettings;
import io.sanse.ingest.access.AccessStore;
import io.sanse.ingest.catalogue.DataCatalogue;
import io.sanse.ingest.catalogue.IntakeCountStore;
import io.sanse.ingest.catalogue.IntakeCounts;
import io.sanse.ingest.deadletter.DeadLetterKeeper;
import io.sanse.ingest.deadletter.DeadLetterStore;
import io.sanse.ingest.http.UploadServer;
import io.sanse.ingest.listen.DeviceListeners;
import io.sanse.ingest.listen.Devices;
import io.sanse.ingest.publish.ObservationIntake;
import io.sanse.ingest.publish.PublishVerticle;
import io.sanse.ingest.publish.StationLinks;
import io.sanse.ingest.publish.TiedSubjects;
import io.sanse.ingest.publish.UntoldTies;
import io.sanse.ingest.registry.Registry;
import io.sanse.ingest.registry.RegistryDirectory;
import io.sanse.ingest.registry.RegistrySnapshot;
import io.sanse.ingest.service.AccessEndpoint;
import io.sanse.ingest.service.IngestEndpoint;
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
import java.util.List;

/** Starts ingest-service: stores, then the registry, then the way to the topic, and the ports last. */
public final class IngestMain {
    private final ServiceContext context;
    private Database database;
    private RecordPublisher records;
    private DeadLetters letters;
    private IntakeCounts counts;
    private Registry registry;
    private ObservationIntake intake;

    private IngestMain(ServiceContext context) {
        this.context = context;
    }

    public static void main(String[] arguments) {
        ServiceRunner.run("ingest-service", IngestMain::start);
    }

    /** Completes when devices, uploads and questions are answered. */
    public static Future<Void> start(ServiceContext context) {
        return open(context).mapEmpty();
    }

    /**
     * The ports in use, which differ from the settings where those are 0.
     *
     * @param devices for terminals and stations
     * @param uploads for uploads from the gateway
     */
    public record Ports(DeviceListeners.Ports devices, int uploads) {}

    /** As {@link #start}, and tells the ports. */
    public static Future<Ports> open(ServiceContext context) {
        IngestMain service = new IngestMain(context);
        return service.makeTopics()
                .compose(topics -> service.openDatabase())
                .compose(database -> service.keepDeadLetters())
                .compose(keeping -> service.openRegistry())
                .compose(registry -> service.openPublisher())
                .compose(publisher -> service.answerQuestions())
                .compose(answering -> service.listenForDevices())
                .compose(devices -> service.listenForUploads().map(uploads -> new Ports(devices, uploads)));
    }

    private Future<Void> makeTopics() {
        List<TopicAdmin.Wanted> wanted = Topics.ALL.stream()
                .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                .toList();
        return TopicAdmin.ensure(context.vertx(), KafkaSettings.from(context.settings()), wanted);
    }

    private Future<Void> openDatabase() {
        return Database.open(context, "ingest")
                .onSuccess(opened -> database = opened)
                .mapEmpty();
    }

    private Future<Void> keepDeadLetters() {
        records = RecordPublisher.open(context, "ingest");
        letters = new DeadLetters(context, "ingest-service", records);
        counts = IntakeCounts.start(context, new IntakeCountStore(database));
        return DeadLetterKeeper.start(context, database, new DeadLetterStore(database), letters);
    }

    private Future<Void> openRegistry() {
        return Registry.open(context, database, records, counts, letters)
                .onSuccess(opened -> registry = opened)
                .mapEmpty();
    }

    private Future<Void> openPublisher() {
        RegistrySnapshot known = registry.snapshot();
        return PublishVerticle.deploy(
                        context,
                        records,
                        new StationLinks(known::comparedBy, known::siteOf),
                        new TiedSubjects(known::tiesOf, known::isSensitive, new UntoldTies(context.metrics())),
                        counts)
                .onSuccess(deployed -> intake = deployed)
                .mapEmpty();
    }

    private Future<Void> answerQuestions() {
        AccessStore accesses = new AccessStore(database, AccessSettings.from(context.settings()));
        AccessKeeper.start(context, accesses);
        IngestEndpoint endpoint = new IngestEndpoint(
                registry.snapshot(), DataCatalogue.load(new IntakeCountStore(database)), new DeadLetterStore(database));
        return answer(IngestService.ADDRESS, IngestService.class, endpoint)
                .compose(answering -> answer(
                        AccessService.ADDRESS, AccessService.class, new AccessEndpoint(accesses, context.clock())));
    }

    private <T> Future<Void> answer(String address, Class<T> service, T endpoint) {
        MessageConsumer<JsonObject> consumer =
                new ServiceBinder(context.vertx()).setAddress(address).register(service, endpoint);
        context.lifecycle().onStop("questions at " + address, consumer::unregister);
        return consumer.completion();
    }

    private Future<DeviceListeners.Ports> listenForDevices() {
        RegistryDirectory directory = new RegistryDirectory(registry.snapshot());
        return new DeviceListeners(context, new Devices(directory, intake, letters::publish)).start();
    }

    private Future<Integer> listenForUploads() {
        return TokenVerifier.start(context)
                .compose(tokens ->
                        UploadServer.start(context, new UploadServer.Parts(tokens, registry, intake, letters)));
    }
}

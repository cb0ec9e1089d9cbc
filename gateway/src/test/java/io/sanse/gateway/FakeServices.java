package io.sanse.gateway;

import io.sanse.contract.DeadLetter;
import io.sanse.contract.Level;
import io.sanse.contract.LocalizedText;
import io.sanse.contract.ServiceError;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.access.AccessService;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.observation.Kind;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.registry.RegistryKind;
import io.sanse.contract.service.AlertService;
import io.sanse.contract.service.BacktestService;
import io.sanse.contract.service.Catalogue;
import io.sanse.contract.service.CatalogueQuery;
import io.sanse.contract.service.DeadLetterPage;
import io.sanse.contract.service.DeadLetterQuery;
import io.sanse.contract.service.Delivery;
import io.sanse.contract.service.DeliveryPage;
import io.sanse.contract.service.DeliveryQuery;
import io.sanse.contract.service.DeliveryResolution;
import io.sanse.contract.service.ExchangeBatch;
import io.sanse.contract.service.ExchangeHead;
import io.sanse.contract.service.ExchangeHeadQuery;
import io.sanse.contract.service.ExchangePage;
import io.sanse.contract.service.ExchangeQuery;
import io.sanse.contract.service.ExchangeReceipt;
import io.sanse.contract.service.ExchangeService;
import io.sanse.contract.service.IngestService;
import io.sanse.contract.service.LatenessList;
import io.sanse.contract.service.LatenessList.FeedLateness;
import io.sanse.contract.service.LatenessList.LatenessBucket;
import io.sanse.contract.service.LatenessQuery;
import io.sanse.contract.service.ModelList;
import io.sanse.contract.service.ModelQuery;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.NotifyService;
import io.sanse.contract.service.ObservationPage;
import io.sanse.contract.service.ObservationQuery;
import io.sanse.contract.service.RegistryAnswer;
import io.sanse.contract.service.RegistryPage;
import io.sanse.contract.service.RegistryQuery;
import io.sanse.contract.service.StateList;
import io.sanse.contract.service.StateList.StateSize;
import io.sanse.contract.service.StateQuery;
import io.sanse.contract.service.SubjectQuery;
import io.sanse.contract.service.Track;
import io.sanse.contract.service.TrackQuery;
import io.sanse.contract.service.VersionService;
import io.sanse.contract.trace.TraceBackService;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The services behind the gateway, on its own event bus. */
final class FakeServices implements ExchangeService, IngestService, ModelService, NotifyService {
    final FakeAccess access = new FakeAccess();
    final FakeAlerts alerts = new FakeAlerts();
    final FakeExplanations explanations = new FakeExplanations();
    final FakeTraceBacks traceBacks = new FakeTraceBacks();
    final AtomicReference<ObservationQuery> lastObservationQuery = new AtomicReference<>();
    final AtomicReference<StateQuery> lastStateQuery = new AtomicReference<>();
    final AtomicReference<ExchangeBatch> lastBatch = new AtomicReference<>();

    /** What every question about models fails with, when set. */
    final AtomicReference<Throwable> modelFailure = new AtomicReference<>();

    final AtomicInteger modelQuestions = new AtomicInteger();

    /** Questions about models are answered when it is open. */
    volatile Promise<Void> modelGate = opened();

    private final ServiceBinder binder;
    private MessageConsumer<JsonObject> accessBinding;
    private MessageConsumer<JsonObject> alertBinding;
    private MessageConsumer<JsonObject> ingest;

    FakeServices(Vertx vertx) {
        this.binder = new ServiceBinder(vertx);
        bindAccess();
        binder.setAddress(BacktestService.ADDRESS).register(BacktestService.class, new FakeBacktests());
        binder.setAddress(ExchangeService.ADDRESS).register(ExchangeService.class, this);
        binder.setAddress(ExplanationService.ADDRESS).register(ExplanationService.class, explanations);
        binder.setAddress(ModelService.ADDRESS).register(ModelService.class, this);
        binder.setAddress(NotifyService.ADDRESS).register(NotifyService.class, this);
        binder.setAddress(VersionService.ADDRESS).register(VersionService.class, new FakeVersions());
        binder.setAddress(TraceBackService.ADDRESS).register(TraceBackService.class, traceBacks);
        bindAlerts();
        bindIngest();
    }

    private static Promise<Void> opened() {
        Promise<Void> gate = Promise.promise();
        gate.complete();
        return gate;
    }

    void bindAccess() {
        accessBinding = binder.setAddress(AccessService.ADDRESS).register(AccessService.class, access);
    }

    void unbindAccess() {
        binder.unregister(accessBinding);
    }

    void bindAlerts() {
        alertBinding = binder.setAddress(AlertService.ADDRESS).register(AlertService.class, alerts);
    }

    void unbindAlerts() {
        binder.unregister(alertBinding);
    }

    void bindIngest() {
        ingest = binder.setAddress(IngestService.ADDRESS).register(IngestService.class, this);
    }

    void unbindIngest() {
        binder.unregister(ingest);
    }

    @Override
    public Future<ObservationPage> observations(ObservationQuery query) {
        lastObservationQuery.set(query);
        return query.from().isBefore(query.until())
                ? Future.succeededFuture(page(query))
                : Future.failedFuture(ServiceError.REJECTED.exception("from must be before until"));
    }

    /** Of some manifests the span that is asked for shows no firm: those stand in a step of the month before, or nowhere. */
    private static ObservationPage page(ObservationQuery query) {
        boolean before = query.until().isBefore(Samples.NIGHT.minus(Duration.ofDays(20)))
                && query.until().isAfter(Samples.NIGHT.minus(Duration.ofDays(60)));
        return switch (query.subject().id()) {
            case "M-late-foreign" ->
                new ObservationPage(
                        before
                                ? List.of(Samples.manifestStep(query.subject(), "ent-foreign", "ent-foreign"))
                                : List.of(),
                        null);
            case "M-late-own" ->
                new ObservationPage(
                        before ? List.of(Samples.manifestStep(query.subject(), "ent-0012", "ent-foreign")) : List.of(),
                        null);
            case "M-nameless" -> new ObservationPage(List.of(), null);
            default -> new ObservationPage(observed(query.subject()), query.after() == null ? "next-1" : null);
        };
    }

    private static List<Observation> observed(Subject subject) {
        return switch (subject.id()) {
            case "M-foreign" -> List.of(Samples.manifestStep(subject, "ent-foreign", "ent-nobody"));
            case "M-across" -> List.of(Samples.manifestStep(subject, "ent-foreign", "ent-0012"));
            case "M-unknown" -> List.of(Samples.manifestStep(subject, "ent-nobody", "ent-nobody"));
            default -> Samples.observations();
        };
    }

    @Override
    public Future<Track> track(TrackQuery query) {
        Track.Point point = new Track.Point(Samples.NIGHT, 120, 28, null);
        return Future.succeededFuture(new Track(query.subject(), List.of(new Track.Segment(List.of(point)))));
    }

    @Override
    public Future<LatenessList> lateness(LatenessQuery query) {
        FeedLateness late = new FeedLateness(
                Kind.WEIGHING, "scales", 3, List.of(new LatenessBucket(1L, 2), new LatenessBucket(null, 1)));
        return Future.succeededFuture(
                new LatenessList(LocalDate.of(2026, 3, 12).minusDays(query.days()), List.of(late)));
    }

    @Override
    public Future<StateList> state(StateQuery query) {
        lastStateQuery.set(query);
        StateSize size = new StateSize(SubjectType.VEHICLE, 2, 900, "vehicle:浙GA1234", 500);
        return Future.succeededFuture(new StateList(List.of(size), Samples.NIGHT));
    }

    @Override
    public Future<ModelList> models(ModelQuery query) {
        modelQuestions.incrementAndGet();
        if (modelFailure.get() != null) {
            return Future.failedFuture(modelFailure.get());
        }
        return modelGate
                .future()
                .map(open -> new ModelList(List.of(new ModelList.Model(
                        "vehicle-suspicious-stop",
                        1,
                        "vehicle",
                        Samples.TEXT,
                        Samples.TEXT,
                        Level.YELLOW,
                        "live",
                        List.of(),
                        List.of(new ModelList.Parameter(
                                "dwell",
                                "10",
                                "min",
                                "P",
                                null,
                                List.of(new ModelList.OwnValue("district", "330784", "20", null)))),
                        List.of(
                                new ModelList.Silence(
                                        "zone",
                                        "Z-7",
                                        Samples.NIGHT,
                                        Samples.NIGHT.plusSeconds(3600),
                                        true,
                                        "duty-desk",
                                        "road works"),
                                new ModelList.Silence(
                                        null,
                                        null,
                                        Samples.NIGHT,
                                        Samples.NIGHT.plusSeconds(3600),
                                        false,
                                        "duty-desk",
                                        "drill")),
                        "id: vehicle-suspicious-stop"))));
    }

    @Override
    public Future<RegistryAnswer> registered(SubjectQuery query) {
        return Stream.of(
                        Samples.vehicle(),
                        Samples.vehicle("浙AF0001", "ent-foreign"),
                        Samples.vehicle("浙AF0002", "ent-foreign"),
                        Samples.enterprise(),
                        Samples.enterprise("ent-foreign", "330106"),
                        Samples.person("p-1", "ent-0012"),
                        Samples.person("p-foreign", "ent-foreign"))
                .filter(entry -> entry.id().equals(query.subject().id()))
                .map(entry -> Future.succeededFuture(new RegistryAnswer(query.subject(), entry)))
                .findFirst()
                .orElseGet(() -> Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such subject")));
    }

    @Override
    public Future<RegistryPage> registry(RegistryQuery query) {
        return Future.succeededFuture(
                query.kind() == RegistryKind.DISTRICT
                        ? new RegistryPage(List.of(Samples.district("330784")), null)
                        : new RegistryPage(
                                List.of(Samples.vehicle(), Samples.station(), Samples.enterprise()), "ent-0012"));
    }

    @Override
    public Future<Catalogue> catalogue(CatalogueQuery query) {
        return Future.succeededFuture(new Catalogue(List.of(new Catalogue.Item(
                "vehicle-positions",
                new LocalizedText("车辆定位", "vehicle positions"),
                "transport",
                "position",
                List.of("jt808"),
                "personal",
                17,
                Samples.NIGHT))));
    }

    @Override
    public Future<DeadLetterPage> deadLetters(DeadLetterQuery query) {
        DeadLetter letter = new DeadLetter(
                UUID.randomUUID(), "ingest", "jt808", null, "checksum", "wrong", new byte[] {1, 2}, Samples.NIGHT);
        return Future.succeededFuture(new DeadLetterPage(List.of(letter), null));
    }

    @Override
    public Future<DeliveryPage> deliveries(DeliveryQuery query) {
        return Future.succeededFuture(new DeliveryPage(List.of(delivery(UUID.randomUUID(), "unknown")), null));
    }

    @Override
    public Future<Delivery> resolve(DeliveryResolution resolution) {
        return Future.succeededFuture(delivery(resolution.id(), resolution.arrived() ? "delivered" : "submitted"));
    }

    private Delivery delivery(UUID id, String state) {
        return new Delivery(
                id,
                alerts.ours,
                null,
                1,
                Level.YELLOW,
                "dispatched",
                "department:ecology-yongkang",
                "138****1234",
                "…",
                "smpp",
                state,
                null,
                1,
                null,
                Samples.NIGHT,
                Samples.NIGHT);
    }

    @Override
    public Future<ExchangePage> eventsAfter(ExchangeQuery query) {
        Map<String, Object> event =
                Map.of("specversion", "1.0", "id", "c-1", "source", "urn:city", "type", "sanse.raised");
        return Future.succeededFuture(new ExchangePage(List.of(event), "1"));
    }

    @Override
    public Future<ExchangeReceipt> receive(ExchangeBatch batch) {
        lastBatch.set(batch);
        return Future.succeededFuture(new ExchangeReceipt(batch.events().stream()
                .map(event -> new ExchangeReceipt.Result(String.valueOf(event.get("id")), "applied", null))
                .toList()));
    }

    @Override
    public Future<ExchangeHead> head(ExchangeHeadQuery query) {
        return Future.succeededFuture(new ExchangeHead("urn:city", 1, Samples.HASH));
    }
}

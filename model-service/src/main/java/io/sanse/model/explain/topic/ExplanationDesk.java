package io.sanse.model.explain.topic;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.access.StatedPurpose;
import io.sanse.contract.detection.Detection;
import io.sanse.contract.explain.BundleQuery;
import io.sanse.contract.explain.EvidenceBundle;
import io.sanse.contract.explain.ExplanationQuery;
import io.sanse.contract.explain.ExplanationService;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.model.backtest.RegistryCourse;
import io.sanse.model.backtest.job.RegistryTopic;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.detect.situation.Operator;
import io.sanse.model.engine.ReleasedModels;
import io.sanse.model.explain.Account;
import io.sanse.model.explain.BundleMaker;
import io.sanse.model.explain.topic.SubjectTopics.Published;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.failure.Unavailable;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicReader;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import io.vertx.serviceproxy.ServiceBinder;
import io.vertx.serviceproxy.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@link ExplanationService} on threads of its own. */
public final class ExplanationDesk implements ExplanationService {
    private static final Logger LOG = LoggerFactory.getLogger(ExplanationDesk.class);
    private static final List<Role> STAFF =
            List.of(Role.OPERATOR, Role.DEPARTMENT_OFFICER, Role.FIELD_OFFICER, Role.AUDITOR, Role.ADMIN);

    private final ServiceContext context;
    private final ReleasedModels models;
    private final ExplanationSettings settings;
    private final KafkaSettings kafka;
    private final WorkerExecutor threads;

    private ExplanationDesk(ServiceContext context, ReleasedModels models) {
        this.context = context;
        this.models = models;
        this.settings = ExplanationSettings.from(context.settings());
        this.kafka = KafkaSettings.from(context.settings());
        this.threads = context.vertx()
                .createSharedWorkerExecutor(
                        "explanation",
                        Math.max(1, settings.concurrent()),
                        settings.timeLimit().plusMinutes(1).toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Completes when questions are answered. The topics must exist. */
    public static Future<Void> start(ServiceContext context, ReleasedModels models) {
        ExplanationDesk desk = new ExplanationDesk(context, models);
        ServiceBinder binder = new ServiceBinder(context.vertx()).setAddress(ADDRESS);
        MessageConsumer<JsonObject> consumer = binder.register(ExplanationService.class, desk);
        context.lifecycle().onStop("explanations", () -> consumer.unregister().compose(silent -> desk.threads.close()));
        return consumer.completion();
    }

    @Override
    public Future<EvidenceBundle> bundle(BundleQuery query) {
        return told(query.caller(), () -> made(query));
    }

    @Override
    public Future<ModelExplanation> explain(ExplanationQuery query) {
        return told(query.caller(), () -> explained(query));
    }

    private EvidenceBundle made(BundleQuery query) {
        SubjectTopics topics = topics();
        Published published = topics.published(query);
        if (published == null) {
            throw ServiceError.NOT_FOUND.exception("No such detection is kept");
        }
        Detection word = published.word();
        boolean withPersons = StatedPurpose.opens(query.caller(), query.stated());
        if (BundleMaker.restsOnPersons(word) && !withPersons) {
            throw ServiceError.FORBIDDEN.exception(
                    "This detection rests on what is registered of persons: that is for operators and officers of departments, for a purpose");
        }
        Instant earliest = word.from().isBefore(word.episodeStart()) ? word.from() : word.episodeStart();
        Duration length = Duration.between(earliest, word.detectedAt()).plus(settings.history());
        RegistryCourse registry = RegistryTopic.read(kafka);
        Supplier<BundleMaker> maker =
                () -> new BundleMaker(word, models.at(word.detectedAt().toEpochMilli()), registry, withPersons);
        EvidenceBundle bundle = play(
                        topics, published, maker.get(), published.at().minus(length))
                .bundle();
        return bundle != null ? bundle : ofEverything(topics, published, maker.get());
    }

    /** The state from before the period may have mattered. */
    private static EvidenceBundle ofEverything(SubjectTopics topics, Published published, BundleMaker fresh) {
        BundleMaker maker = play(topics, published, fresh, Instant.EPOCH);
        EvidenceBundle bundle = maker.bundle();
        if (bundle == null) {
            throw ServiceError.CONFLICT.exception(
                    "What is still kept of the history, the registry and the models no longer gives this detection: "
                            + maker.instead());
        }
        return bundle;
    }

    private static BundleMaker play(SubjectTopics topics, Published published, BundleMaker maker, Instant from) {
        topics.play(published.word().subject(), from, published.at().plus(Duration.ofMinutes(1)), maker::arrived);
        return maker;
    }

    private ModelExplanation explained(ExplanationQuery query) {
        ModelSet live = models.live(context.clock().millis());
        Model model = live.models().stream()
                .filter(one -> one.id().equals(query.model()))
                .findFirst()
                .orElseThrow(() -> ServiceError.NOT_FOUND.exception("There is no model '" + query.model() + "'"));
        if (model.operator().subject() != query.subject().type()) {
            throw ServiceError.REJECTED.exception("The model " + model.id() + " judges subjects of the type "
                    + model.operator().subject().text() + ", not "
                    + query.subject().type().text());
        }
        if (model.operator().facts().contains(Operator.RECORD)) {
            throw ServiceError.FORBIDDEN.exception(
                    "The model " + model.id()
                            + " looks at what is registered of persons: only the bundles of its alerts are given, for a purpose");
        }
        Account account =
                new Account(model, query.subject(), query.at(), new Account.Past(live, RegistryTopic.read(kafka)));
        topics().play(query.subject(), query.at().minus(settings.history()), TopicReader.END, (at, together) -> {
            account.arrived(at, together);
            return true;
        });
        return account.told();
    }

    private SubjectTopics topics() {
        return new SubjectTopics(kafka, context.clock(), settings.timeLimit());
    }

    private <T> Future<T> told(Caller caller, Callable<T> work) {
        if (STAFF.stream().noneMatch(caller::has)) {
            return Future.failedFuture(ServiceError.FORBIDDEN.exception("Your role may not see this"));
        }
        return threads.executeBlocking(work, false).recover(failure -> {
            if (failure instanceof ServiceException onPurpose) {
                return Future.failedFuture(onPurpose);
            }
            if (failure instanceof Unavailable now) {
                return Future.failedFuture(ServiceError.UNAVAILABLE.exception(now.getMessage()));
            }
            LOG.error("an explanation could not be given", failure);
            return Future.failedFuture(ServiceError.BUG.exception("this cannot be explained"));
        });
    }
}

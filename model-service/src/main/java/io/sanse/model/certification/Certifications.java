package io.sanse.model.certification;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.sanse.contract.Nights;
import io.sanse.contract.ServiceError;
import io.sanse.contract.model.CertificationNotice;
import io.sanse.contract.service.Certification;
import io.sanse.contract.service.Certification.CertificationStep;
import io.sanse.contract.service.CertificationCommand;
import io.sanse.contract.service.CertificationList;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that each live version has a date until which it is certified, and that one that is past is told of. */
public final class Certifications {
    private static final Logger LOG = LoggerFactory.getLogger(Certifications.class);
    private static final String PLATFORM = "sanse";

    private final Database database;
    private final InstantSource clock;
    private final CertificationSettings settings;
    private final Supplier<ModelSet> models;
    private final Notices notices;
    private final CertificationStore store = new CertificationStore();
    private final MultiGauge left;

    /**
     * @param models what judges now
     * @param people completes when those who answer for models will be told
     */
    public Certifications(
            ServiceContext context,
            Database database,
            Supplier<ModelSet> models,
            Function<CertificationNotice, Future<Void>> people) {
        this.database = database;
        this.clock = context.clock();
        this.settings = CertificationSettings.from(context.settings());
        this.models = models;
        this.notices = new Notices(database, settings.notice(), people);
        this.left = MultiGauge.builder("sanse_model_certified_seconds")
                .description("until a live version has to be certified again; below zero: it is overdue")
                .register(context.metrics());
    }

    /** Gives a date to what has come live without one, and tells what is past; completes with the pause before the next look. */
    public Future<Duration> look() {
        Instant now = clock.instant();
        List<Model> live = live();
        List<Certification> firsts =
                live.stream().map(model -> first(model, now)).toList();
        return store.add(database.pool(), firsts)
                .compose(added -> all(live, now))
                .compose(all -> {
                    show(all, now);
                    return remind(all.stream().filter(Certification::overdue).toList(), now);
                })
                .compose(reminded -> notices.tell(live, now))
                .map(settings.every());
    }

    /** A canary is on trial and not certified. */
    private List<Model> live() {
        return models.get().models().stream()
                .filter(model -> !model.remit().shadow() && model.remit().only().isEmpty())
                .toList();
    }

    private Certification first(Model model, Instant now) {
        CertificationStep step = new CertificationStep(
                UUID.randomUUID(),
                PLATFORM,
                now,
                CertificationRules.farthest(now, settings.longest()),
                true,
                "it has come live");
        return CertificationRules.first(model.id(), model.head().version(), step);
    }

    private Future<List<Certification>> all(List<Model> live, Instant now) {
        return database.ask(store::all).map(all -> all.stream()
                .filter(one -> isOf(one, live))
                .map(one -> CertificationRules.seen(one, now))
                .toList());
    }

    private static boolean isOf(Certification one, List<Model> live) {
        return live.stream().anyMatch(model -> CertificationRules.isOf(one, model));
    }

    /** {@code sanse_model_certified_seconds{model,version}}. */
    private void show(List<Certification> all, Instant now) {
        left.register(
                all.stream()
                        .<Row<?>>map(one -> Row.of(
                                Tags.of("model", one.model(), "version", Integer.toString(one.version())),
                                Duration.between(now, one.until()).toSeconds()))
                        .toList(),
                true);
    }

    /** Once a day, by one of the nodes. */
    private Future<Void> remind(List<Certification> overdue, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Nights.ZONE);
        Future<Void> chain = Future.succeededFuture();
        for (Certification one : overdue) {
            chain = chain.compose(before -> store.remind(database.pool(), one, today))
                    .onSuccess(first -> {
                        if (first) {
                            LOG.warn(
                                    "{} version {} was certified until {}: certify it again",
                                    one.model(),
                                    one.version(),
                                    one.until());
                        }
                    })
                    .mapEmpty();
        }
        return chain;
    }

    /** Of the versions that are live now. */
    public Future<CertificationList> list() {
        return all(live(), clock.instant())
                .map(items -> new CertificationList(items, settings.notice().toDays()));
    }

    /** A step. Fails as {@link io.sanse.contract.service.VersionService#certify} says. */
    public Future<Certification> certify(CertificationCommand command) {
        return database.transaction(connection -> store.one(connection, command.model(), command.version())
                .compose(before -> certify(connection, before, command)));
    }

    private Future<Certification> certify(
            SqlConnection connection, Certification before, CertificationCommand command) {
        Instant now = clock.instant();
        if (before == null || !isOf(before, live())) {
            return Future.failedFuture(ServiceError.NOT_FOUND.exception("There is no such live version"));
        }
        if (before.steps().stream().anyMatch(step -> step.id().equals(command.id()))) {
            return Future.succeededFuture(CertificationRules.seen(before, now));
        }
        Certification after = CertificationRules.after(before, command, now, settings.longest());
        return store.change(connection, after).map(CertificationRules.seen(after, now));
    }
}

package io.sanse.gateway.api;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;
import io.sanse.contract.SubjectType;
import io.sanse.contract.observation.Observation;
import io.sanse.contract.service.ModelService;
import io.sanse.contract.service.ObservationQuery;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The firms that a manifest names in any of its steps, long before and after the time that is asked about: no single page or span says whose it is. */
final class ManifestFirms {
    /** Longest span of one question to model-service. */
    private static final Duration SPAN = Duration.ofDays(31);

    private static final int SPANS_AROUND = 3;
    private static final int PAGE = 1_000;

    /** More is no manifest: what was found by then decides. */
    private static final int MOST_PAGES = 3;

    private final ModelService models;

    ManifestFirms(ModelService models) {
        this.models = models;
    }

    /** Those of its steps, three months before and after a moment. */
    Future<Set<Subject>> of(Caller caller, Subject manifest, Instant around) {
        Set<Subject> firms = new LinkedHashSet<>();
        Future<Void> chain = Future.succeededFuture();
        for (int span = -SPANS_AROUND; span < SPANS_AROUND; span++) {
            Instant from = around.plus(SPAN.multipliedBy(span));
            chain = chain.compose(before -> pages(
                    new ObservationQuery(caller, manifest, from, from.plus(SPAN), null, PAGE), MOST_PAGES, firms));
        }
        return chain.map(firms);
    }

    private Future<Void> pages(ObservationQuery query, int left, Set<Subject> firms) {
        return models.observations(query).compose(page -> {
            page.items().forEach(observation -> named(observation)
                    .filter(subject -> subject.type() == SubjectType.ENTERPRISE)
                    .forEach(firms::add));
            return page.next() == null || left == 1
                    ? Future.succeededFuture()
                    : pages(
                            new ObservationQuery(
                                    query.caller(), query.subject(), query.from(), query.until(), page.next(), PAGE),
                            left - 1,
                            firms);
        });
    }

    private static Stream<Subject> named(Observation observation) {
        return Stream.concat(Stream.of(observation.subject()), observation.mentions().stream());
    }
}
